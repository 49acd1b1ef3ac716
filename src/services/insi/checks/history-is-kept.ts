import type { Check } from '../../../domain/check.ts';

import { identityStates, inPreuve, lastIndividu } from './shared/identity-states.ts';

/** Every matricule of the INSi history is kept. */
export const check: Check = {
  title: {
    fr: 'Tous les matricules de l’historique INSi sont gardés',
    en: 'Every matricule of the INSi history is kept',
  },
  assertions: ['INS-ST-008', 'INS-ST-009'],
  clauses: [
    { source: 'REM 2023-02', section: 'INS/va1.35', trust: 'V' },
    { source: 'Guide d’implémentation INS', section: 'EXI REC 08', trust: '2' },
  ],
  reads: [
    'pilote/action',
    'pilote/probe',
    'insi/traits-request',
    'insi/vitale-request',
    'insi/verification-request',
  ],
  findings: {
    'history-lost': {
      says: {
        fr: 'Le matricule {actual} de l’historique n’est pas gardé',
        en: 'The matricule {actual} of the history is not kept',
      },
      fix: {
        fr: 'Gardez chaque INSHISTO, y compris ceux égaux à l’INS actif',
        en: 'Keep each INSHISTO, even one equal to the active INS',
      },
    },
  },
  judge({ preuves }) {
    const state = identityStates(preuves).at(-1);
    if (state === undefined) return { examined: 0, findings: [] };
    const returned = lastIndividu(preuves);
    if (returned === undefined || returned.historique.length === 0) return { examined: 0, findings: [] };
    const kept = new Set(state.insHistorique.map((old) => old.matricule));
    const findings = returned.historique
      .filter((old) => !kept.has(old.matricule))
      .map((old) =>
        inPreuve(state.preuve, 'output.identite.insHistorique', {
          code: 'history-lost',
          actual: old.matricule,
        }),
      );
    return { examined: returned.historique.length, findings };
  },
};
