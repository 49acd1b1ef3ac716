import type { Check } from '../../../domain/check.ts';
import type { AuthorizationRequestView } from '../preuves/views.ts';
import { found, ofKind, parameterOf } from './shared/exchanges.ts';
import { core } from './shared/norms.ts';
import { weaknessOf } from './shared/unguessable.ts';

/** nonce is there, unpredictable and new in each request. */
export const check: Check = {
  title: {
    fr: 'nonce est présent, imprévisible et neuf à chaque demande',
    en: 'nonce is there, unpredictable and new in each request',
  },
  assertions: ['PSC-AR-08'],
  clauses: [{ source: 'ansforge/keycloak-prosanteconnect (exemple)', trust: 'V' }, core('3.1.2.1')],
  reads: ['psc/authorization-request'],

  findings: {
    'nonce-missing': {
      says: {
        fr: 'nonce est absent de la demande d’autorisation.',
        en: 'nonce is missing from the authorization request.',
      },
      fix: {
        fr: 'Tirez un nonce au sort pour chaque demande : les exemples de l’agence envoient 32 octets en hexadécimal.',
        en: 'Draw a nonce for each request: the agency’s samples send 32 bytes in hexadecimal.',
      },
    },
    'nonce-reused': {
      says: { fr: 'Le même nonce sert à deux demandes.', en: 'The same nonce serves two requests.' },
      fix: {
        fr: 'Un nonce neuf par demande, gardé en session.',
        en: 'A new nonce for each request, kept in the session.',
      },
    },
    'nonce-equals-state': {
      says: { fr: 'nonce est égal à state.', en: 'nonce is equal to state.' },
      fix: {
        fr: 'Tirez les deux valeurs au sort séparément : state voyage dans des adresses que d’autres peuvent lire.',
        en: 'Draw both values separately: state travels in addresses that others may read.',
      },
    },
    'nonce-weak': {
      says: {
        fr: 'nonce ({actual} caractères) se devine.',
        en: 'nonce ({actual} characters) can be guessed.',
      },
      fix: {
        fr: 'Utilisez 16 octets au moins d’un générateur cryptographique.',
        en: 'Use at least 16 bytes of a cryptographic generator.',
      },
    },
  },
  judge({ preuves }) {
    const requests = ofKind<AuthorizationRequestView>(preuves, 'psc/authorization-request');
    const nonces = requests.map(({ view }) => parameterOf(view, 'nonce') ?? '');
    return {
      examined: requests.length,
      findings: requests.flatMap((request, index) => {
        const nonce = nonces[index] ?? '';
        const others = nonces.filter((_other, position) => position !== index);
        const code = problemOf(nonce, others, parameterOf(request.view, 'state') ?? '');
        return code === undefined
          ? []
          : [found(code, request, { path: 'query.nonce', actual: nonce.length })];
      }),
    };
  },
};

function problemOf(nonce: string, others: readonly string[], state: string): string | undefined {
  if (nonce === '') return 'nonce-missing';
  if (others.includes(nonce)) return 'nonce-reused';
  if (nonce === state) return 'nonce-equals-state';
  const weakness = weaknessOf(nonce, others);
  return weakness === undefined || weakness === 'uuid' ? undefined : 'nonce-weak';
}
