import type { Check } from '../../../domain/check.ts';
import { inPreuve, writes } from './shared/fhir-preuves.ts';

/** A former INS of the patient travels with `use=old`, or not at all. */
export const check: Check = {
  title: {
    fr: 'Une ancienne INS est marquée use = old, jamais official',
    en: 'A former INS is marked use = old, never official',
  },
  assertions: ['INS-FHIR-006'],
  clauses: [
    { source: 'FR Core 2.2.0', section: 'fr-core-patient-ins, identifier use; fr-core-2', trust: 'V' },
  ],
  reads: ['fhir/write'],
  findings: {
    'former-not-old': {
      says: {
        fr: 'L’ancienne INS {matricule} a use = {actual}, {expected} attendu',
        en: 'The former INS {matricule} has use = {actual}, {expected} is expected',
      },
      fix: {
        fr: 'Passez à old l’INS que l’historique d’INSi donne pour ancienne, et gardez official pour l’active',
        en: 'Set to old the INS that the history of INSi calls former, and keep official for the active one',
      },
    },
    'former-missing': {
      says: {
        fr: 'L’ancienne INS {matricule} n’est pas transmise',
        en: 'The former INS {matricule} is not sent',
      },
      fix: {
        fr: 'Gardez-la en identifiant use = old, pour retrouver ce qui fut rangé sous elle',
        en: 'Keep it as an identifier of use = old, to find what was filed under it',
      },
    },
  },
  judge({ preuves, facts }) {
    let examined = 0;
    const notes: ReturnType<typeof inPreuve>[] = [];
    const findings = writes(preuves).flatMap((preuve) =>
      preuve.view.patients.flatMap(({ ins, path }) => {
        const own = facts.deck.patients.find(({ matricule }) =>
          ins.some((one) => one.matricule === matricule),
        );
        if (own === undefined || own.historique.length === 0) return [];
        examined += 1;
        return own.historique.flatMap(({ matricule }) => {
          const sent = ins.find((one) => one.matricule === matricule);
          const values = { matricule };
          if (sent === undefined) notes.push(inPreuve(preuve, path, { code: 'former-missing', values }));
          return sent === undefined || sent.use === 'old'
            ? []
            : [inPreuve(preuve, path, { code: 'former-not-old', expected: 'old', actual: sent.use, values })];
        });
      }),
    );
    return { examined, findings, notes };
  },
};
