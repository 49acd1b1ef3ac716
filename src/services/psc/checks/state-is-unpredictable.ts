import type { Check } from '../../../domain/check.ts';
import type { AuthorizationRequestView } from '../preuves/views.ts';
import { found, ofKind, parameterOf } from './shared/exchanges.ts';
import { oauth, transportGuide } from './shared/norms.ts';
import { weaknessOf } from './shared/unguessable.ts';

/** state is there, unpredictable and new in each request. */
export const check: Check = {
  title: {
    fr: 'state est présent, imprévisible et neuf à chaque demande',
    en: 'state is there, unpredictable and new in each request',
  },
  assertions: ['PSC-AR-07'],
  clauses: [oauth('10.10'), oauth('10.12'), transportGuide('mode web, étape 5')],
  reads: ['psc/authorization-request'],

  findings: {
    'state-missing': {
      says: {
        fr: 'state est absent de la demande d’autorisation.',
        en: 'state is missing from the authorization request.',
      },
      fix: {
        fr: 'Tirez au sort 128 bits au moins pour chaque demande et gardez-les en session jusqu’au retour.',
        en: 'Draw at least 128 random bits for each request and keep them in the session until the callback.',
      },
    },
    'state-reused': {
      says: { fr: 'Le même state sert à deux demandes.', en: 'The same state serves two requests.' },
      fix: {
        fr: 'Un state neuf par demande : une constante ou un identifiant de session ne protège pas.',
        en: 'A new state for each request: a constant or a session id protects nothing.',
      },
    },
    'state-short': {
      says: {
        fr: 'state ({actual} caractères) ne peut pas porter 128 bits d’aléa.',
        en: 'state ({actual} characters) cannot hold 128 random bits.',
      },
      fix: {
        fr: 'Utilisez 16 octets au moins d’un générateur cryptographique, en hexadécimal ou en base64url.',
        en: 'Use at least 16 bytes of a cryptographic generator, in hexadecimal or base64url.',
      },
    },
    'state-uuid': {
      says: {
        fr: 'state est un UUID : 122 bits d’aléa au plus.',
        en: 'state is a UUID: 122 random bits at most.',
      },
      fix: {
        fr: 'Remplacez l’UUID par 16 octets au moins d’un générateur cryptographique.',
        en: 'Replace the UUID with at least 16 bytes of a cryptographic generator.',
      },
    },
    'state-from-clock': {
      says: {
        fr: 'state est une date en nombre : il se devine.',
        en: 'state is a date as a number: it can be guessed.',
      },
      fix: {
        fr: 'Tirez state au sort au lieu de le prendre à l’horloge.',
        en: 'Draw state at random instead of taking it from the clock.',
      },
    },
    'state-from-nonce': {
      says: {
        fr: 'state se déduit de nonce (l’un contient l’autre).',
        en: 'state can be derived from nonce (one holds the other).',
      },
      fix: { fr: 'Tirez state et nonce au sort séparément.', en: 'Draw state and nonce separately.' },
    },
  },
  judge({ preuves }) {
    const requests = ofKind<AuthorizationRequestView>(preuves, 'psc/authorization-request');
    const states = requests.map(({ view }) => parameterOf(view, 'state') ?? '');
    return {
      examined: requests.length,
      findings: requests.flatMap((request, index) => {
        const state = states[index] ?? '';
        const others = states.filter((_other, position) => position !== index);
        const code = problemOf(state, others, parameterOf(request.view, 'nonce') ?? '');
        return code === undefined
          ? []
          : [found(code, request, { path: 'query.state', actual: state.length })];
      }),
    };
  },
};

function problemOf(state: string, others: readonly string[], nonce: string): string | undefined {
  if (state === '') return 'state-missing';
  if (others.includes(state)) return 'state-reused';
  const derived = nonce !== '' && nonce !== state && (nonce.includes(state) || state.includes(nonce));
  if (derived && state.length >= 8) return 'state-from-nonce';
  switch (weaknessOf(state, others)) {
    case 'clock':
      return 'state-from-clock';
    case 'short':
      return 'state-short';
    case 'uuid':
      return 'state-uuid';
    case undefined:
      return undefined;
  }
}
