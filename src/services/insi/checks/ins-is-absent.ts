import type { Check } from '../../../domain/check.ts';

import { identityStates, inPreuve } from './shared/identity-states.ts';

/** The identity has neither matricule nor OID. */
export const check: Check = {
  title: { fr: 'L’identité ne porte ni matricule ni OID', en: 'The identity has neither matricule nor OID' },
  assertions: ['INS-ST-011', 'INS-ST-018', 'INS-ST-026', 'INS-ST-030', 'INS-HL7-023', 'INS-HL7-024'],
  clauses: [{ source: 'REM 2023-02', section: 'INS/va1.05, INS/va1.08, INS/va1.44, INS/va1.60', trust: 'V' }],
  reads: ['pilote/action', 'pilote/probe'],
  findings: {
    'ins-kept': {
      says: {
        fr: 'L’identité au statut « {statut} » garde un matricule ou un OID',
        en: 'The identity with status "{statut}" keeps a matricule or an OID',
      },
      fix: {
        fr: 'Effacez matricule et OID quand le statut n’est ni récupéré ni qualifié',
        en: 'Erase matricule and OID when the status is neither récupérée nor qualifiée',
      },
    },
  },
  judge({ preuves }) {
    const state = identityStates(preuves).at(-1);
    if (state === undefined) return { examined: 0, findings: [] };
    const findings =
      state.ins === undefined
        ? []
        : [
            inPreuve(state.preuve, 'output.identite.ins', {
              code: 'ins-kept',
              values: { statut: state.statut ?? '' },
            }),
          ];
    return { examined: 1, findings };
  },
};
