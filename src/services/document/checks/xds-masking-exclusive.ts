import type { Check } from '../../../domain/check.ts';
import { documentKinds } from './reading/document-kinds.ts';
import { judgeSubmissions } from './reading/judge-found.ts';
import { sentences } from './reading/sentences.ts';

const SIGNATURE = 'http://www.w3.org/2000/09/xmldsig#';

/** A document is not hidden from the patient and from professionals at once. */
export const check: Check = {
  title: {
    fr: 'Pas de double masquage patient et professionnels',
    en: 'Not hidden from patient and professionals at once',
  },
  assertions: ['DMP-META-11'],
  clauses: [{ source: 'SEL-MP-037 (guide DMP)', section: 'EX_2.1-1050', trust: '2' }],
  reads: documentKinds,
  findings: {
    'masking-cumulated': sentences(
      'Le document est à la fois INVISIBLE_PATIENT et MASQUE_PS.',
      'The document is both INVISIBLE_PATIENT and MASQUE_PS.',
      'Ne garder qu’un des deux masquages.',
      'Keep one of the two.',
    ),
  },
  judge: (input) =>
    judgeSubmissions(input, ({ submission }) =>
      submission.entries
        .filter((entry) => !entry.formatCodes.some(({ code }) => code === SIGNATURE))
        .flatMap((entry) => {
          const codes = new Set(entry.confidentialityCodes.map(({ code }) => code));
          return codes.has('INVISIBLE_PATIENT') && codes.has('MASQUE_PS')
            ? [{ code: 'masking-cumulated', at: entry.at }]
            : [];
        }),
    ),
};
