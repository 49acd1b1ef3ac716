import type { Check } from '../../../domain/check.ts';
import { documentKinds } from './reading/document-kinds.ts';
import { judgeMails } from './reading/judge-found.ts';
import { sentences } from './reading/sentences.ts';

/** Each document of the archive is joined as a PDF too. */
export const check: Check = {
  title: { fr: 'Chaque document est aussi joint en PDF', en: 'Each document is joined as a PDF too' },
  assertions: ['MSS-PDF-001'],
  clauses: [{ source: 'REM, MSS/CONF.23', trust: 'V' }],
  reads: documentKinds,
  findings: {
    'pdf-count': sentences(
      'Le courriel porte {actual} PDF pour {expected} documents.',
      'The mail carries {actual} PDF for {expected} documents.',
      'Joindre un PDF par document de l’archive.',
      'Attach one PDF per document of the archive.',
    ),
  },
  judge: (input) =>
    judgeMails(input, ({ archives, pdfs }) => {
      if (archives.length === 0) return undefined;
      const expected = archives.flatMap(({ cdas }) => cdas).length;
      return pdfs.length === expected ? [] : [{ code: 'pdf-count', expected, actual: pdfs.length }];
    }),
};
