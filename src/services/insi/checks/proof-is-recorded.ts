import type { Check } from '../../../domain/check.ts';

import { identityStates, inPreuve } from './shared/identity-states.ts';

/** The nature of the identity proof is recorded. */
export const check: Check<{ readonly justificatif: string }> = {
  title: {
    fr: 'La nature de la pièce d’identité est enregistrée',
    en: 'The nature of the identity proof is recorded',
  },
  assertions: ['INS-ST-003'],
  clauses: [{ source: 'REM 2023-02', section: 'INS/va1.23', trust: 'V' }],
  reads: ['pilote/action', 'pilote/probe'],
  options: {
    type: 'object',
    required: ['justificatif'],
    properties: { justificatif: { type: 'string' } },
    additionalProperties: false,
  },
  findings: {
    'proof-missing': {
      says: { fr: 'L’identité ne porte pas la pièce contrôlée', en: 'The identity lacks the proof checked' },
      fix: {
        fr: 'Enregistrez la nature de la pièce à la validation',
        en: 'Record the nature of the proof on validation',
      },
    },
    'proof-differs': {
      says: {
        fr: 'La pièce enregistrée est « {actual} », celle contrôlée « {expected} »',
        en: 'The proof recorded is "{actual}", the one checked "{expected}"',
      },
      fix: {
        fr: 'Enregistrez la pièce choisie par l’utilisateur',
        en: 'Record the proof that the user chose',
      },
    },
  },
  judge({ preuves, options }) {
    const state = identityStates(preuves).at(-1);
    if (state === undefined) return { examined: 0, findings: [] };
    if (state.justificatif === undefined)
      return {
        examined: 1,
        findings: [
          inPreuve(state.preuve, 'output.identite.justificatif', {
            code: 'proof-missing',
            expected: options.justificatif,
          }),
        ],
      };
    const same = state.justificatif === options.justificatif;
    return {
      examined: 1,
      findings: same
        ? []
        : [
            inPreuve(state.preuve, 'output.identite.justificatif', {
              code: 'proof-differs',
              expected: options.justificatif,
              actual: state.justificatif,
            }),
          ],
    };
  },
};
