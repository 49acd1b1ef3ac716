import type { Check } from '../../../domain/check.ts';
import type { DmpRequest } from '../../../formats/dmp/dmp-request.ts';
import { associationTypes } from '../../../formats/xds/ebrim-identifiers.ts';
import { readSubmission } from '../../../formats/xds/read-submission.ts';
import { documentKinds } from './reading/document-kinds.ts';
import { judgeVihfs } from './reading/judge-found.ts';
import { sentences } from './reading/sentences.ts';
import { vihfMode } from './reading/vihf-mode.ts';

/** Transactions that the matrix of rights refuses to every actor of a mode. */
const refused: Readonly<Record<string, ReadonlySet<string>>> = {
  INDIRECTE: new Set(['TD0.3', 'TD1.6', 'TD3.1, LeafClass', 'TD3.2', 'TD3.3, metadata', 'TD3.3, status']),
  INDIRECTE_RENFORCEE: new Set(['TD2.1']),
};

/** A request to the DMP is one that the mode of authentication of its VIHF allows. */
export const check: Check = {
  title: {
    fr: 'La requête au DMP est permise à son mode d’authentification',
    en: 'The request to the DMP is allowed to its mode of authentication',
  },
  assertions: ['DMP-RIGHT-01'],
  clauses: [
    { source: 'PDT-INF-526', section: 'v1.8, authentification indirecte', trust: 'V' },
    { source: 'PDT-INF-606', section: 'v1.3, authentification indirecte renforcée', trust: 'V' },
  ],
  reads: documentKinds,
  findings: {
    'request-refused': sentences(
      'Le DMP refuse {actual} à qui s’authentifie en mode {mode}.',
      'The DMP refuses {actual} to who authenticates in mode {mode}.',
      'Ne proposer la fonction que dans un mode qui y donne droit.',
      'Offer the function only in a mode that gives the right to it.',
    ),
  },
  judge: (input) =>
    judgeVihfs(input, ({ assertions, request }) => {
      if (request === undefined) return undefined;
      const actual = asked(request);
      return assertions.flatMap((vihf) => {
        const { value: mode, at } = vihfMode(vihf) ?? { value: '', at: vihf.at };
        return Object.hasOwn(refused, mode) && refused[mode]?.has(actual) === true
          ? [{ code: 'request-refused', actual, values: { mode }, at }]
          : [];
      });
    }),
};

/** What is asked, as finely as the matrix tells it. */
function asked({ transaction, query, body }: DmpRequest): string {
  if (transaction.name === 'TD3.1') return `TD3.1, ${query?.returnType ?? ''}`;
  if (transaction.name !== 'TD3.3') return transaction.name;
  const changes = (readSubmission(body)?.associations ?? []).filter(
    ({ type }) => type === associationTypes.updateStatus,
  );
  if (changes.length === 0) return 'TD3.3, metadata';
  // A deletion is allowed to the structure that is the author.
  const deletes = changes.every(({ slots }) =>
    slots.some(({ name, values }) => name === 'NewStatus' && values.some((value) => /:Deleted$/.test(value))),
  );
  return deletes ? 'TD3.3, deletion' : 'TD3.3, status';
}
