import type { Check } from '../../../domain/check.ts';
import type { XdsSubmission } from '../../../formats/xds/xds-submission.ts';
import { documentKinds } from './reading/document-kinds.ts';
import { judgeSubmissions } from './reading/judge-found.ts';
import { sentences } from './reading/sentences.ts';

/** No two submissions have the same identifier. */
export const check: Check = {
  title: {
    fr: 'Chaque lot de soumission a son identifiant',
    en: 'Each submission set has its own identifier',
  },
  assertions: ['DMP-SET-03'],
  clauses: [{ source: 'SEL-MP-037 (guide DMP)', section: 'EX_2.1-1130', trust: '2' }],
  reads: documentKinds,
  findings: {
    'set-id-reused': sentences(
      'L’identifiant de lot {actual} est celui d’un autre lot, déjà émis.',
      'The set identifier {actual} is that of another set, already sent.',
      'Tirer un identifiant nouveau pour chaque lot, et garder le compteur.',
      'Draw a new identifier for each set, and keep the counter.',
    ),
  },
  judge: (input) => {
    const seen = new Map<string, string>();
    return judgeSubmissions(input, ({ submission }) => {
      const ids = submission.sets.flatMap(({ uniqueIds }) => uniqueIds);
      if (ids.length === 0) return undefined;
      const content = contentOf(submission);
      return ids.flatMap(({ value, at }) => {
        const before = seen.get(value) ?? content;
        seen.set(value, before);
        return before === content ? [] : [{ code: 'set-id-reused', actual: value, at }];
      });
    });
  },
};

/** What tells a set from another: one set may be handed in twice, in a mail and by itself. */
function contentOf({ sets, entries }: XdsSubmission): string {
  const times = sets.flatMap(({ slots }) =>
    slots.filter(({ name }) => name === 'submissionTime').flatMap(({ values }) => values),
  );
  const documents = entries.flatMap(({ uniqueIds }) => uniqueIds.map(({ value }) => value));
  return JSON.stringify([times, documents.sort()]);
}
