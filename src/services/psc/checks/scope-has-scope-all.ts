import type { Check } from '../../../domain/check.ts';
import type { AuthorizationRequestView } from '../preuves/views.ts';
import { found, ofKind, parameterOf } from './shared/exchanges.ts';
import { cibaPage } from './shared/norms.ts';

/** scope holds scope_all. */
export const check: Check = {
  title: { fr: 'scope contient scope_all', en: 'scope holds scope_all' },
  assertions: ['PSC-AR-03'],
  clauses: [cibaPage, { source: 'openiddict-core, fournisseur ProSantéConnect', trust: '2' }],
  reads: ['psc/authorization-request', 'psc/ciba-request'],

  findings: {
    'scope-all-missing': {
      says: {
        fr: 'scope ({actual}) ne contient pas scope_all : PSC ne renvoie alors pas les données d’exercice.',
        en: 'scope ({actual}) does not hold scope_all: PSC then leaves the practice data out.',
      },
      fix: { fr: 'Demandez scope=openid scope_all.', en: 'Ask for scope=openid scope_all.' },
    },
  },
  judge({ preuves }) {
    const requests = ofKind<AuthorizationRequestView>(
      preuves,
      'psc/authorization-request',
      'psc/ciba-request',
    );
    return {
      examined: requests.length,
      findings: requests.flatMap((request) => {
        const scope = parameterOf(request.view, 'scope') ?? '';
        return scope.split(' ').includes('scope_all')
          ? []
          : [
              found('scope-all-missing', request, {
                path: 'scope',
                expected: 'openid scope_all',
                actual: scope,
              }),
            ];
      }),
    };
  },
};
