import type { Check } from '../../../domain/check.ts';
import { epochOf, parseHl7Time } from '../../../formats/hl7-time/parse-hl7-time.ts';
import type { XdsDocumentEntry } from '../../../formats/xds/xds-submission.ts';
import { documentKinds } from './reading/document-kinds.ts';
import { judgeSubmissions, type Observation } from './reading/judge-found.ts';
import { sentences } from './reading/sentences.ts';

/** The act that metadata describe ends after it began. */
export const check: Check = {
  title: {
    fr: 'L’acte des métadonnées finit après avoir commencé',
    en: 'The act of the metadata ends after it began',
  },
  assertions: ['DMP-META-04'],
  clauses: [{ source: 'ANS P4D 0.1.0', section: 'serviceStartTime, serviceStopTime', trust: 'V' }],
  reads: documentKinds,
  findings: {
    'service-inverted': sentences(
      'L’acte finit ({actual}) avant de commencer ({expected}).',
      'The act ends ({actual}) before it begins ({expected}).',
      'Remettre serviceStartTime et serviceStopTime dans l’ordre.',
      'Put serviceStartTime and serviceStopTime in order.',
    ),
  },
  judge: (input) =>
    judgeSubmissions(input, ({ submission }) => {
      const seen = submission.entries.map(inspect);
      return seen.every((one) => one === undefined) ? undefined : seen.flatMap((one) => one ?? []);
    }),
};

function inspect(entry: XdsDocumentEntry): readonly Observation[] | undefined {
  const [from, to] = ['serviceStartTime', 'serviceStopTime'].map((name) =>
    parseHl7Time(entry.slots.find((slot) => slot.name === name)?.values[0] ?? ''),
  );
  if (from === undefined || to === undefined) return undefined;
  // A day, or a month, ends with its last moment.
  const ordered = epochOf(to) >= epochOf(from) || from.digits.startsWith(to.digits);
  return ordered
    ? []
    : [{ code: 'service-inverted', expected: from.digits, actual: to.digits, at: entry.at }];
}
