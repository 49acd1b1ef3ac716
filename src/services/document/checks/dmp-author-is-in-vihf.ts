import type { Check } from '../../../domain/check.ts';
import { parseXcn } from '../../../formats/xds/parse-xcn.ts';
import { documentKinds } from './reading/document-kinds.ts';
import { judgeVihfs } from './reading/judge-found.ts';
import { sentences } from './reading/sentences.ts';

/** Who feeds the DMP, by the VIHF, is an author of the submission set. */
export const check: Check = {
  title: {
    fr: 'L’acteur du VIHF est un auteur du lot',
    en: 'The actor of the VIHF is an author of the submission set',
  },
  assertions: ['DMP-META-16'],
  clauses: [{ source: 'SEL-MP-037 (guide DMP)', section: 'EX_2.1-1140', trust: '2' }],
  reads: documentKinds,
  findings: {
    'actor-not-author': sentences(
      'Le VIHF est celui de {actual}, les auteurs du lot sont {expected}.',
      'The VIHF is that of {actual}, the authors of the set are {expected}.',
      'Mettre l’acteur du VIHF parmi les auteurs du lot (authorPerson).',
      'Put the actor of the VIHF among the authors of the set (authorPerson).',
    ),
  },
  judge: (input) =>
    judgeVihfs(input, ({ assertions, submission, request }) => {
      if (submission === undefined || request?.transaction.name !== 'TD2.1') return undefined;
      const objects = submission.sets.length === 0 ? submission.entries : submission.sets;
      const authors = objects.flatMap((object) => object.authors).flatMap(({ persons }) => persons ?? []);
      const ids = authors.map((person) => parseXcn(person).id);
      return assertions
        .filter(({ nameId }) => !ids.includes(nameId))
        .map(({ nameId, at }) => ({
          code: 'actor-not-author',
          expected: ids.join(', '),
          actual: nameId,
          at,
        }));
    }),
};
