import type { Check } from '../../../domain/check.ts';

import { identityStates, inPreuve } from './shared/identity-states.ts';

/** The INS fields are visibly locked. */
export const check: Check = {
  title: { fr: 'Les champs INS sont visiblement verrouillés', en: 'The INS fields are visibly locked' },
  assertions: ['INS-ST-024'],
  clauses: [{ source: 'REM 2023-02', section: 'INS/va1.47', trust: 'V' }],
  reads: ['pilote/action', 'pilote/probe'],
  findings: {
    'field-not-locked': {
      says: {
        fr: 'Le champ {champ} n’est pas montré verrouillé',
        en: 'The field {champ} is not shown locked',
      },
      fix: {
        fr: 'Verrouillez à l’écran matricule, OID et traits stricts d’une identité récupérée ou qualifiée',
        en: 'Lock on screen matricule, OID and strict traits of a récupérée or qualifiée identity',
      },
    },
  },
  judge({ preuves }) {
    const state = identityStates(preuves).at(-1);
    if (state === undefined) return { examined: 0, findings: [] };
    const wanted = ['matricule', 'oid', 'nomNaissance', 'prenoms', 'dateNaissance', 'sexe', 'lieuNaissance'];
    const findings = wanted
      .filter((champ) => !state.verrouilles.includes(champ))
      .map((champ) =>
        inPreuve(state.preuve, 'output.identite.verrouilles', {
          code: 'field-not-locked',
          values: { champ },
        }),
      );
    return { examined: 1, findings };
  },
};
