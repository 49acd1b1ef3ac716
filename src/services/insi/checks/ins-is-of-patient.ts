import type { Check } from '../../../domain/check.ts';
import { identityStates, inPreuve } from './shared/identity-states.ts';

/** The identity holds the INS of a patient of the deck, matricule and OID. */
export const check: Check<{ readonly role: string }> = {
  title: {
    fr: 'L’identité porte l’INS du patient, matricule et OID',
    en: 'The identity holds the INS of the patient, matricule and OID',
  },
  assertions: ['INS-ST-031'],
  clauses: [{ source: 'REM 2023-02', section: 'INS/va1.04, INS/va1.13, INS/va1.57', trust: 'V' }],
  reads: ['pilote/probe'],
  options: {
    type: 'object',
    additionalProperties: false,
    required: ['role'],
    properties: { role: { type: 'string', description: 'Role of the patient in the deck.' } },
  },
  findings: {
    'ins-missing': {
      says: {
        fr: 'L’identité est sans INS, {expected} était attendu',
        en: 'The identity has no INS, {expected} was expected',
      },
      fix: {
        fr: 'Créez l’identité avec toutes les données reçues, INS et OID compris, une fois la vérification OK',
        en: 'Create the identity with all data received, INS and OID included, once the verification is OK',
      },
    },
    'ins-differs': {
      says: {
        fr: 'L’INS enregistrée est {actual}, {expected} a été reçue',
        en: 'The INS stored is {actual}, {expected} was received',
      },
      fix: {
        fr: 'Enregistrez les quinze caractères et l’OID tels que reçus',
        en: 'Store the fifteen characters and the OID as received',
      },
    },
  },
  judge({ preuves, options, facts }) {
    const state = identityStates(preuves).at(-1);
    const patient = facts.deck.patients.find(({ role }) => role === options.role);
    if (state === undefined || patient === undefined) return { examined: 0, findings: [] };
    const expected = `${patient.matricule} (${patient.oid})`;
    if (state.ins === undefined)
      return {
        examined: 1,
        findings: [inPreuve(state.preuve, 'output.identite.ins', { code: 'ins-missing', expected })],
      };
    const actual = `${state.ins.matricule ?? ''} (${state.ins.oid ?? ''})`;
    const found =
      actual === expected
        ? []
        : [inPreuve(state.preuve, 'output.identite.ins', { code: 'ins-differs', expected, actual })];
    return { examined: 1, findings: found };
  },
};
