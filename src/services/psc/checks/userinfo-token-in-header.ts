import type { Check } from '../../../domain/check.ts';
import type { Finding } from '../../../domain/finding.ts';
import type { BearerRequestView } from '../preuves/views.ts';
import { found, ofKind } from './shared/exchanges.ts';
import { core } from './shared/norms.ts';

/** The access token goes to userinfo in the header or the body, never in the address. */
export const check: Check = {
  title: {
    fr: 'Le jeton d’accès va à userinfo dans l’en-tête ou le corps, jamais dans l’adresse',
    en: 'The access token goes to userinfo in the header or the body, never in the address',
  },
  assertions: ['PSC-UI-01'],
  clauses: [core('5.3.1'), { source: 'RFC 6750', section: '2', trust: 'V' }],
  reads: ['psc/userinfo-request'],

  findings: {
    'token-in-address': {
      says: {
        fr: 'access_token est dans l’adresse d’userinfo.',
        en: 'access_token is in the userinfo address.',
      },
      fix: { fr: 'Envoyez Authorization: Bearer.', en: 'Send Authorization: Bearer.' },
    },
    'token-absent': {
      says: { fr: 'userinfo est appelé sans jeton.', en: 'userinfo is called without a token.' },
      fix: {
        fr: 'Envoyez Authorization: Bearer suivi du jeton d’accès.',
        en: 'Send Authorization: Bearer followed by the access token.',
      },
    },
    'secret-in-header': {
      says: {
        fr: 'L’en-tête {actual} porte le secret du client vers userinfo.',
        en: 'The header {actual} carries the client secret to userinfo.',
      },
      fix: {
        fr: 'Retirez-le : userinfo ne demande que le jeton d’accès.',
        en: 'Remove it: userinfo asks for the access token only.',
      },
    },
  },
  judge({ preuves }) {
    const requests = ofKind<BearerRequestView>(preuves, 'psc/userinfo-request');
    return {
      examined: requests.length,
      findings: requests.flatMap((request): readonly Finding[] => {
        const { view } = request;
        const leak = view.headers.find(
          ([name, value]) => /client[-_]?secret/i.test(name) || value.includes('«secret:'),
        )?.[0];
        return [
          ...(view.tokenIn.includes('query')
            ? [found('token-in-address', request, { path: 'query.access_token' })]
            : []),
          ...(view.tokenIn.length === 0
            ? [found('token-absent', request, { path: 'headers.authorization' })]
            : []),
          ...(leak === undefined
            ? []
            : [found('secret-in-header', request, { path: `headers.${leak}`, actual: leak })]),
        ];
      }),
    };
  },
};
