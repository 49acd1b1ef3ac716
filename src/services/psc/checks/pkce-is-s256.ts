import type { Check } from '../../../domain/check.ts';
import type { AuthorizationRequestView } from '../preuves/views.ts';
import { found, ofKind, parameterOf } from './shared/exchanges.ts';

/** The request has a PKCE S256 challenge. */
export const check: Check = {
  title: { fr: 'La demande porte un défi PKCE S256', en: 'The request has a PKCE S256 challenge' },
  assertions: ['PSC-AR-09'],
  clauses: [
    { source: 'ansforge/PSC-POC (exemple Apache)', trust: 'V' },
    { source: 'RFC 9700', section: '2.1.1', trust: 'R' },
  ],
  reads: ['psc/authorization-request'],

  findings: {
    'pkce-absent': {
      says: {
        fr: 'code_challenge est absent : le code n’est pas lié à qui l’a demandé.',
        en: 'code_challenge is missing: the code is not bound to who asked for it.',
      },
      fix: {
        fr: 'Activez PKCE avec code_challenge_method=S256 : PSC l’accepte.',
        en: 'Turn PKCE on with code_challenge_method=S256: PSC accepts it.',
      },
    },
    'pkce-plain': {
      says: {
        fr: 'code_challenge_method vaut {actual} : le vérifieur voyage en clair.',
        en: 'code_challenge_method is {actual}: the verifier travels in clear.',
      },
      fix: {
        fr: 'Mettez code_challenge_method=S256 (plain est la valeur par défaut quand le paramètre manque).',
        en: 'Set code_challenge_method=S256 (plain is the default when the parameter is missing).',
      },
    },
  },
  judge({ preuves }) {
    const requests = ofKind<AuthorizationRequestView>(preuves, 'psc/authorization-request');
    return {
      examined: requests.length,
      findings: requests.flatMap((request) => {
        if (parameterOf(request.view, 'code_challenge') === undefined)
          return [found('pkce-absent', request, { path: 'query.code_challenge' })];
        const method = parameterOf(request.view, 'code_challenge_method') ?? 'plain';
        return method === 'S256'
          ? []
          : [
              found('pkce-plain', request, {
                path: 'query.code_challenge_method',
                expected: 'S256',
                actual: method,
              }),
            ];
      }),
    };
  },
};
