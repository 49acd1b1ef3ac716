import type { Check } from '../../../domain/check.ts';
import type { Finding } from '../../../domain/finding.ts';
import { inCall, traitsCalls } from './shared/insi-calls.ts';

/** COUVERTURE is empty in a search by traits. */
export const check: Check = {
  title: {
    fr: 'COUVERTURE est vide dans la recherche par traits',
    en: 'COUVERTURE is empty in a search by traits',
  },
  assertions: ['INS-WS-010'],
  clauses: [{ source: 'Clients publics d’INSi', section: 'échanges observés', trust: '2' }],
  reads: ['insi/traits-request'],
  findings: {
    'couverture-filled': {
      says: { fr: 'COUVERTURE porte des données de facturation', en: 'COUVERTURE holds billing data' },
      fix: { fr: 'Envoyez un élément COUVERTURE vide', en: 'Send an empty COUVERTURE element' },
    },
  },
  judge({ preuves }) {
    const calls = traitsCalls(preuves);
    return {
      examined: calls.length,
      findings: calls.flatMap((call): readonly Finding[] => {
        if (call.view.header.contexteBam?.couverture !== 'filled') return [];
        return [inCall(call, 'Header/ContexteBAM/COUVERTURE', { code: 'couverture-filled' })];
      }),
    };
  },
};
