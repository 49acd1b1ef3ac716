import type { Check } from '../../../domain/check.ts';

import { identityStates, inPreuve, lastIndividu } from './shared/identity-states.ts';

/** The strict traits stored are those INSi returned. */
export const check: Check = {
  title: {
    fr: 'Les traits stricts enregistrés sont ceux qu’INSi a renvoyés',
    en: 'The strict traits stored are those INSi returned',
  },
  assertions: ['INS-ST-005', 'INS-CDA-006'],
  clauses: [{ source: 'REM 2023-02', section: 'INS/va1.52', trust: 'V' }],
  reads: [
    'pilote/action',
    'pilote/probe',
    'insi/traits-request',
    'insi/vitale-request',
    'insi/verification-request',
  ],
  findings: {
    'trait-differs': {
      says: {
        fr: 'Le trait {trait} vaut « {actual} », INSi a renvoyé « {expected} »',
        en: 'The trait {trait} is "{actual}", INSi returned "{expected}"',
      },
      fix: {
        fr: 'À l’acceptation, remplacez les traits stricts par ceux du retour, à l’octet près',
        en: 'On acceptance, replace strict traits by those returned, byte for byte',
      },
    },
  },
  judge({ preuves }) {
    const state = identityStates(preuves).at(-1);
    if (state === undefined) return { examined: 0, findings: [] };
    const returned = lastIndividu(preuves);
    if (returned === undefined) return { examined: 0, findings: [] };
    const expected: Readonly<Record<string, string>> = {
      nomNaissance: returned.nomNaissance,
      prenoms: returned.listePrenom,
      sexe: returned.sexe,
      dateNaissance: returned.dateNaissance,
      lieuNaissance: returned.lieuNaissance,
    };
    const findings = Object.entries(expected)
      .filter(([trait, value]) => state.traits[trait] !== value)
      .map(([trait, value]) =>
        inPreuve(state.preuve, `output.identite.traits.${trait}`, {
          code: 'trait-differs',
          expected: value,
          actual: state.traits[trait] ?? '',
          values: { trait },
        }),
      );
    return { examined: 1, findings };
  },
};
