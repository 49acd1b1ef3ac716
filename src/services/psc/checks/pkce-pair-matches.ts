import type { Check } from '../../../domain/check.ts';
import type { TokenRequestView } from '../preuves/views.ts';
import { found, ofKind, parameterOf } from './shared/exchanges.ts';

/** With PKCE, the verifier is the challenge’s. */
export const check: Check = {
  title: {
    fr: 'Avec PKCE, le vérifieur est celui du défi',
    en: 'With PKCE, the verifier is the challenge’s',
  },
  assertions: ['PSC-AR-10'],
  clauses: [
    { source: 'RFC 7636', section: '4.1', trust: 'V' },
    { source: 'RFC 7636', section: '4.3', trust: 'V' },
  ],
  reads: ['psc/token-request'],

  findings: {
    'verifier-missing': {
      says: {
        fr: 'Un défi PKCE a été envoyé, mais code_verifier est absent de la demande de jetons.',
        en: 'A PKCE challenge was sent, but code_verifier is missing from the token request.',
      },
      fix: {
        fr: 'Gardez code_verifier avec la session et envoyez-le avec le code.',
        en: 'Keep code_verifier with the session and send it with the code.',
      },
    },
    'verifier-mismatch': {
      says: {
        fr: 'code_verifier ne correspond pas à code_challenge.',
        en: 'code_verifier does not match code_challenge.',
      },
      fix: {
        fr: 'code_challenge est le SHA-256 de code_verifier en base64url sans remplissage ; ne partagez pas le vérifieur entre connexions.',
        en: 'code_challenge is the SHA-256 of code_verifier in base64url without padding; do not share the verifier between logins.',
      },
    },
    'verifier-length': {
      says: {
        fr: 'code_verifier a {actual} caractères, hors de 43 à 128.',
        en: 'code_verifier has {actual} characters, not 43 to 128.',
      },
      fix: {
        fr: 'Tirez 32 octets au sort et écrivez-les en base64url : 43 caractères.',
        en: 'Draw 32 bytes and write them in base64url: 43 characters.',
      },
    },
  },
  judge({ preuves }) {
    const requests = ofKind<TokenRequestView>(preuves, 'psc/token-request');
    return {
      examined: requests.length,
      findings: requests.flatMap((request) => {
        const { pkce } = request.view;
        if (pkce === 'verifier-missing')
          return [found('verifier-missing', request, { path: 'form.code_verifier' })];
        if (pkce === 'mismatch') return [found('verifier-mismatch', request, { path: 'form.code_verifier' })];
        const length = parameterOf(request.view, 'code_verifier')?.length;
        if (pkce === undefined || length === undefined || (length >= 43 && length <= 128)) return [];
        return [
          found('verifier-length', request, {
            path: 'form.code_verifier',
            expected: '43-128',
            actual: length,
          }),
        ];
      }),
    };
  },
};
