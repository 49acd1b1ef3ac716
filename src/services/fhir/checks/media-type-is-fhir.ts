import type { Check } from '../../../domain/check.ts';
import { inPreuve, writes } from './shared/fhir-preuves.ts';

/** Each write says that it is FHIR JSON in UTF-8. */
export const check: Check = {
  title: {
    fr: 'Le corps est annoncé en application/fhir+json',
    en: 'The body is announced as application/fhir+json',
  },
  assertions: ['HX-FHIR-FORME'],
  clauses: [{ source: 'FHIR R4', section: '2.6.1, 3.1.0.1.8', trust: 'V' }],
  reads: ['fhir/write'],
  findings: {
    'media-type': {
      says: {
        fr: 'Le corps est annoncé « {actual} », {expected} attendu',
        en: 'The body is announced as "{actual}", {expected} is expected',
      },
      fix: {
        fr: 'Écrivez Content-Type: application/fhir+json, en UTF-8',
        en: 'Write Content-Type: application/fhir+json, in UTF-8',
      },
    },
  },
  judge({ preuves }) {
    const sent = writes(preuves);
    const findings = sent.flatMap((preuve) => {
      const actual = preuve.view.contentType ?? '';
      const [type = '', ...parameters] = actual.split(';').map((part) => part.trim().toLowerCase());
      const charset = parameters.find((one) => one.startsWith('charset='));
      const utf8 = charset === undefined || /^charset="?utf-8"?$/.test(charset);
      if (type === 'application/fhir+json' && utf8) return [];
      const expected = 'application/fhir+json';
      return [inPreuve(preuve, 'headers.Content-Type', { code: 'media-type', expected, actual })];
    });
    return { examined: sent.length, findings };
  },
};
