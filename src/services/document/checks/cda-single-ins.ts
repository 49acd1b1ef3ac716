import type { Check } from '../../../domain/check.ts';
import { documentKinds } from './reading/document-kinds.ts';
import { isInsOid } from './reading/is-ins-oid.ts';
import { judgeCdas } from './reading/judge-found.ts';
import { sentences } from './reading/sentences.ts';

/** A document carries one INS: that in use. */
export const check: Check = {
  title: { fr: 'Le document porte une seule INS', en: 'The document carries a single INS' },
  assertions: ['INS-CDA-004'],
  clauses: [{ source: 'Unicité déduite', section: 'un patient, une INS active', trust: 'R' }],
  reads: documentKinds,
  findings: {
    'ins-twice': sentences(
      'Le patient porte {actual} INS.',
      'The patient carries {actual} INS.',
      'N’écrire que l’INS courante.',
      'Write the current INS only.',
    ),
  },
  judge: (input) =>
    judgeCdas(input, ({ document }) => {
      const ins = document.patients.flatMap(({ ids }) => ids).filter(({ root }) => isInsOid(root));
      const [first, second] = ins;
      if (first === undefined) return undefined;
      return second === undefined
        ? []
        : [{ code: 'ins-twice', expected: 1, actual: ins.length, at: second.at }];
    }),
};
