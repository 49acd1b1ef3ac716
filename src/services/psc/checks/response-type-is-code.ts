import type { Check } from '../../../domain/check.ts';
import type { AuthorizationRequestView } from '../preuves/views.ts';
import { found, ofKind, parameterOf } from './shared/exchanges.ts';
import { core } from './shared/norms.ts';

/** The request uses the authorization code. */
export const check: Check = {
  title: { fr: 'La demande utilise le code d’autorisation', en: 'The request uses the authorization code' },
  assertions: ['PSC-AR-01'],
  clauses: [core('3.1.2.1')],
  reads: ['psc/authorization-request'],

  findings: {
    'response-type-missing': {
      says: {
        fr: 'response_type est absent de la demande d’autorisation.',
        en: 'response_type is missing from the authorization request.',
      },
      fix: { fr: 'Ajoutez response_type=code à la demande.', en: 'Add response_type=code to the request.' },
    },
    'response-type-not-code': {
      says: {
        fr: 'response_type vaut {actual} : seul code est admis.',
        en: 'response_type is {actual}: only code is allowed.',
      },
      fix: {
        fr: 'Mettez response_type=code ; les flux implicite et hybride ne sont pas ceux de Pro Santé Connect.',
        en: 'Set response_type=code; the implicit and hybrid flows are not those of Pro Santé Connect.',
      },
    },
  },
  judge({ preuves }) {
    const requests = ofKind<AuthorizationRequestView>(preuves, 'psc/authorization-request');
    return {
      examined: requests.length,
      findings: requests.flatMap((request) => {
        const value = parameterOf(request.view, 'response_type');
        if (value === 'code') return [];
        const code = value === undefined ? 'response-type-missing' : 'response-type-not-code';
        return [found(code, request, { path: 'query.response_type', expected: 'code', actual: value })];
      }),
    };
  },
};
