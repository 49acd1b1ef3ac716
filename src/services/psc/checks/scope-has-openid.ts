import type { Check } from '../../../domain/check.ts';
import type { AuthorizationRequestView } from '../preuves/views.ts';
import { found, ofKind, parameterOf } from './shared/exchanges.ts';
import { core } from './shared/norms.ts';

/** scope holds openid. */
export const check: Check = {
  title: { fr: 'scope contient openid', en: 'scope holds openid' },
  assertions: ['PSC-AR-02'],
  clauses: [core('3.1.2.1')],
  reads: ['psc/authorization-request'],

  findings: {
    'openid-missing': {
      says: { fr: 'scope ({actual}) ne contient pas openid.', en: 'scope ({actual}) does not hold openid.' },
      fix: {
        fr: 'Demandez scope=openid scope_all : sans openid il n’y a pas de jeton d’identité.',
        en: 'Ask for scope=openid scope_all: without openid there is no ID token.',
      },
    },
  },
  judge({ preuves }) {
    const requests = ofKind<AuthorizationRequestView>(preuves, 'psc/authorization-request');
    return {
      examined: requests.length,
      findings: requests.flatMap((request) => {
        const scope = parameterOf(request.view, 'scope') ?? '';
        return scope.split(' ').includes('openid')
          ? []
          : [
              found('openid-missing', request, {
                path: 'query.scope',
                expected: 'openid scope_all',
                actual: scope,
              }),
            ];
      }),
    };
  },
};
