import type { Check } from '../../../domain/check.ts';
import type { Finding } from '../../../domain/finding.ts';
import { inCall, insiCalls } from './shared/insi-calls.ts';

/** The verification carries matricule, key, OID and traits. */
export const check: Check = {
  title: {
    fr: 'La vérification porte matricule, clé, OID et traits',
    en: 'The verification carries matricule, key, OID and traits',
  },
  assertions: ['INS-WS-029'],
  clauses: [{ source: 'Clients publics d’INSi', section: 'échanges observés', trust: '2' }],
  reads: ['insi/verification-request'],
  findings: {
    'verification-incomplete': {
      says: {
        fr: 'La demande de vérification ne porte pas {field}',
        en: 'The verification request lacks {field}',
      },
      fix: {
        fr: 'Envoyez matricule sur 13 caractères, clé, OID et traits stricts',
        en: 'Send the 13-character matricule, key, OID and strict traits',
      },
    },
  },
  judge({ preuves }) {
    const calls = insiCalls(preuves);
    return {
      examined: calls.length,
      findings: calls.flatMap((call): readonly Finding[] => {
        const { ins, traits } = call.view;
        const fields: Readonly<Record<string, string | undefined>> = {
          NumIdentifiant: ins?.numIdentifiant,
          Cle: ins?.cle,
          OID: ins?.oid,
          NomNaissance: traits?.nomNaissance,
          Prenom: traits?.prenoms[0],
          Sexe: traits?.sexe,
          DateNaissance: traits?.dateNaissance,
        };
        return Object.entries(fields)
          .filter(([, value]) => value === undefined || value === '')
          .map(([field]) =>
            inCall(call, `Body//${field}`, { code: 'verification-incomplete', values: { field } }),
          );
      }),
    };
  },
};
