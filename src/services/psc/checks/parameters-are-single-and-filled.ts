import type { Check } from '../../../domain/check.ts';
import type { Finding } from '../../../domain/finding.ts';
import type { AuthorizationRequestView } from '../preuves/views.ts';
import { found, ofKind } from './shared/exchanges.ts';
import { oauth } from './shared/norms.ts';

/** No parameter is double or empty. */
export const check: Check = {
  title: { fr: 'Aucun paramètre n’est double ni vide', en: 'No parameter is double or empty' },
  assertions: ['PSC-AR-13'],
  clauses: [oauth('3.1')],
  reads: ['psc/authorization-request'],

  findings: {
    'parameter-duplicate': {
      says: {
        fr: 'Le paramètre {actual} est envoyé plusieurs fois.',
        en: 'The parameter {actual} is sent several times.',
      },
      fix: {
        fr: 'Envoyez chaque paramètre une fois ; réunissez les portées dans un seul scope, séparées par des espaces.',
        en: 'Send each parameter once; put scopes together in one scope, separated by spaces.',
      },
    },
    'parameter-empty': {
      says: { fr: 'Le paramètre {actual} est vide.', en: 'The parameter {actual} is empty.' },
      fix: { fr: 'Omettez un paramètre sans valeur.', en: 'Leave out a parameter that has no value.' },
    },
  },
  judge({ preuves }) {
    const requests = ofKind<AuthorizationRequestView>(preuves, 'psc/authorization-request');
    return {
      examined: requests.length,
      findings: requests.flatMap((request): readonly Finding[] => {
        const names = request.view.query.map(([name]) => name);
        const double = new Set(names.filter((name, index) => names.indexOf(name) !== index));
        return [
          ...[...double].map((name) =>
            found('parameter-duplicate', request, { path: `query.${name}`, actual: name }),
          ),
          ...request.view.query
            .filter(([, value]) => value === '')
            .map(([name]) => found('parameter-empty', request, { path: `query.${name}`, actual: name })),
        ];
      }),
    };
  },
};
