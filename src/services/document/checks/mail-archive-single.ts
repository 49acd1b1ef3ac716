import type { Check } from '../../../domain/check.ts';
import { documentKinds } from './reading/document-kinds.ts';
import { judgeMails } from './reading/judge-found.ts';
import { sentences } from './reading/sentences.ts';

/** The documents of a mail stand in one archive: no text read forbids several, all describe one. */
export const check: Check = {
  title: { fr: 'Le courriel porte une seule archive', en: 'The mail carries a single archive' },
  assertions: ['MSS-MIM-002'],
  clauses: [{ source: 'ANS IG HL7v2 CDA courriel MSSanté 1.1.3', section: 'pièces jointes', trust: 'R' }],
  reads: documentKinds,
  findings: {
    'archive-repeated': sentences(
      'Le courriel porte {actual} archives.',
      'The mail carries {actual} archives.',
      'Réunir les documents du patient dans une archive.',
      'Gather the documents of the patient in one archive.',
    ),
  },
  judge: (input) =>
    judgeMails(input, ({ archives }) => {
      if (archives.length === 0) return undefined;
      return archives.length === 1
        ? []
        : [{ code: 'archive-repeated', expected: 1, actual: archives.length }];
    }),
};
