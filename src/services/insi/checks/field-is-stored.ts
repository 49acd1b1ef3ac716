import type { Check } from '../../../domain/check.ts';

import { identityStates, inPreuve } from './shared/identity-states.ts';

/** The field is stored as typed. */
export const check: Check<{ readonly champ: string; readonly valeur: string }> = {
  title: { fr: 'Le champ est enregistré tel que saisi', en: 'The field is stored as typed' },
  assertions: ['INS-ST-024', 'INS-ST-034'],
  clauses: [{ source: 'REM 2023-02', section: 'INS/va1.01, INS/va1.48, INS/va1.56', trust: 'V' }],
  reads: ['pilote/action', 'pilote/probe'],
  options: {
    type: 'object',
    required: ['champ', 'valeur'],
    properties: { champ: { type: 'string' }, valeur: { type: 'string' } },
    additionalProperties: false,
  },
  findings: {
    'field-differs': {
      says: {
        fr: 'Le champ {champ} vaut « {actual} », attendu « {expected} »',
        en: 'The field {champ} is "{actual}", expected "{expected}"',
      },
      fix: {
        fr: 'Enregistrez la valeur saisie sans la couper ni la changer',
        en: 'Store the value typed without cutting or changing it',
      },
    },
  },
  judge({ preuves, options }) {
    const state = identityStates(preuves).at(-1);
    if (state === undefined) return { examined: 0, findings: [] };
    const actual = state.traits[options.champ] ?? '';
    const findings =
      actual === options.valeur
        ? []
        : [
            inPreuve(state.preuve, `output.identite.traits.${options.champ}`, {
              code: 'field-differs',
              expected: options.valeur,
              actual,
              values: { champ: options.champ },
            }),
          ];
    return { examined: 1, findings };
  },
};
