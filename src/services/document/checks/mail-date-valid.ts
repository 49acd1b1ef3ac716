import type { Check } from '../../../domain/check.ts';
import { documentKinds } from './reading/document-kinds.ts';
import { judgeMails, type Observation } from './reading/judge-found.ts';
import { headersNamed } from './reading/mail-headers.ts';
import { sentences } from './reading/sentences.ts';

const days = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A mail is dated, by a date that exists, of its day of the week, with a numeric offset. */
export const check: Check = {
  title: { fr: 'Le courriel est daté', en: 'The mail is dated' },
  assertions: ['MSS-HDR-003'],
  clauses: [{ source: 'RFC 5322', section: '3.3, 3.6.1', trust: 'R' }],
  reads: documentKinds,
  findings: {
    'date-missing': sentences(
      'Le courriel n’a pas d’entête Date.',
      'The mail has no Date header.',
      'Écrire la date d’envoi.',
      'Write the date of sending.',
    ),
    'date-malformed': sentences(
      'La date « {actual} » n’est pas de la forme {expected}.',
      'The date “{actual}” is not of the form {expected}.',
      'Suivre la RFC 5322, avec un décalage en chiffres et le bon jour de semaine.',
      'Follow RFC 5322, with an offset in digits and the right day of the week.',
    ),
  },
  judge: (input) =>
    judgeMails(input, ({ mail }): readonly Observation[] => {
      const [header] = headersNamed(mail, 'date');
      const at = { path: 'Date' };
      if (header === undefined) return [{ code: 'date-missing', at }];
      const actual = header.value.trim();
      const expected = 'Thu, 11 Jun 2026 10:40:00 +0200';
      return isDate(actual) ? [] : [{ code: 'date-malformed', expected, actual, at, bytes: header.range }];
    }),
};

function isDate(text: string): boolean {
  const parts =
    /^(?:([A-Z][a-z]{2}),\s+)?(\d{1,2})\s+([A-Z][a-z]{2})\s+(\d{4})\s+(\d\d):(\d\d)(?::(\d\d))?\s+[+-](\d\d)(\d\d)(?:\s+\([^()]*\))?$/.exec(
      text,
    );
  if (parts === null) return false;
  const [, weekday, day, month = '', year, hour, minute, second = '0', zoneHours, zoneMinutes] = parts;
  const date = new Date(Date.UTC(Number(year), months.indexOf(month), Number(day)));
  const exists = months.includes(month) && date.getUTCDate() === Number(day);
  const clock = Number(hour) < 24 && Number(minute) < 60 && Number(second) < 61;
  const zone = Number(zoneHours) < 15 && Number(zoneMinutes) < 60;
  return exists && clock && zone && (weekday === undefined || days[date.getUTCDay()] === weekday);
}
