import type { Check } from '../../../domain/check.ts';
import type { AuthorizationRequestView } from '../preuves/views.ts';
import { found, ofKind, parameterOf } from './shared/exchanges.ts';
import { project } from './shared/norms.ts';

/** scope asks for nothing more than needed. */
export const check: Check = {
  title: { fr: 'scope ne demande rien de superflu', en: 'scope asks for nothing more than needed' },
  assertions: ['PSC-AR-04'],
  clauses: [project('PSC-AR-04')],
  reads: ['psc/authorization-request'],

  findings: {
    'scope-unneeded': {
      says: { fr: 'scope demande aussi {actual}.', en: 'scope also asks for {actual}.' },
      fix: {
        fr: 'Limitez scope à openid scope_all : offline_access ou les portées de Keycloak n’apportent rien ici.',
        en: 'Keep scope to openid scope_all: offline_access or Keycloak’s scopes bring nothing here.',
      },
    },
  },
  judge({ preuves }) {
    const requests = ofKind<AuthorizationRequestView>(preuves, 'psc/authorization-request');
    return {
      examined: requests.length,
      findings: requests.flatMap((request) => {
        const asked = (parameterOf(request.view, 'scope') ?? '').split(' ').filter((scope) => scope !== '');
        const more = [...new Set(asked)].filter((scope) => scope !== 'openid' && scope !== 'scope_all');
        return more.length === 0
          ? []
          : [
              found('scope-unneeded', request, {
                path: 'query.scope',
                expected: 'openid scope_all',
                actual: more.join(' '),
              }),
            ];
      }),
    };
  },
};
