import type { Check } from '../../../domain/check.ts';
import { inCall, traitsCalls } from './shared/insi-calls.ts';

/** The first attempt uses the first birth given name. */
export const check: Check<{ readonly premierPrenom?: string }> = {
  title: {
    fr: 'Le premier essai porte le premier prénom de naissance',
    en: 'The first attempt uses the first birth given name',
  },
  assertions: ['INS-WS-022'],
  clauses: [{ source: 'Clients publics d’INSi', section: 'échanges observés', trust: '2' }],
  reads: ['insi/traits-request'],
  options: {
    type: 'object',
    required: ['premierPrenom'],
    properties: { premierPrenom: { type: 'string' } },
    additionalProperties: false,
  },
  findings: {
    'given-name-order': {
      says: {
        fr: 'Le premier appel cherche « {actual} », le premier prénom est « {expected} »',
        en: 'The first call searches "{actual}", the first given name is "{expected}"',
      },
      fix: {
        fr: 'Cherchez d’abord avec le premier prénom de naissance',
        en: 'Search with the first birth given name first',
      },
    },
  },
  judge({ preuves, options }) {
    const calls = traitsCalls(preuves);
    const wanted = options.premierPrenom;
    const first = calls[0];
    if (first === undefined || wanted === undefined) return { examined: 0, findings: [] };
    const sent = first.view.traits?.prenoms[0] ?? '';
    const same = sent === wanted || sent.startsWith(`${wanted} `);
    return {
      examined: 1,
      findings: same
        ? []
        : [
            inCall(first, 'Body/RECSANSVITALE/Prenom', {
              code: 'given-name-order',
              expected: wanted,
              actual: sent,
            }),
          ],
    };
  },
};
