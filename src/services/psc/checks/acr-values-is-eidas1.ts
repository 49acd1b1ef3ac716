import type { Check } from '../../../domain/check.ts';
import type { AuthorizationRequestView } from '../preuves/views.ts';
import { found, ofKind, parameterOf } from './shared/exchanges.ts';
import { rem } from './shared/norms.ts';

/** acr_values is eidas1. */
export const check: Check = {
  title: { fr: 'acr_values vaut eidas1', en: 'acr_values is eidas1' },
  assertions: ['PSC-AR-05'],
  clauses: [rem('SC.PSC.08, EX PSC 16')],
  reads: ['psc/authorization-request'],

  findings: {
    'acr-values-missing': {
      says: {
        fr: 'acr_values est absent de la demande d’autorisation.',
        en: 'acr_values is missing from the authorization request.',
      },
      fix: {
        fr: 'Ajoutez acr_values=eidas1 à chaque demande, y compris aux reconnexions.',
        en: 'Add acr_values=eidas1 to every request, repeated logins included.',
      },
    },
    'acr-values-wrong': {
      says: {
        fr: 'acr_values vaut {actual} au lieu de eidas1.',
        en: 'acr_values is {actual} instead of eidas1.',
      },
      fix: {
        fr: 'Envoyez exactement eidas1, en minuscules ; ne le déduisez pas de acr_values_supported, qui ne l’annonce pas.',
        en: 'Send exactly eidas1, in lower case; do not take it from acr_values_supported, which does not announce it.',
      },
    },
  },
  judge({ preuves }) {
    const requests = ofKind<AuthorizationRequestView>(preuves, 'psc/authorization-request');
    return {
      examined: requests.length,
      findings: requests.flatMap((request) => {
        const value = parameterOf(request.view, 'acr_values');
        // acr without acr_values has its own check and its own message.
        if (value === 'eidas1' || (value === undefined && parameterOf(request.view, 'acr') !== undefined))
          return [];
        const code = value === undefined ? 'acr-values-missing' : 'acr-values-wrong';
        return [found(code, request, { path: 'query.acr_values', expected: 'eidas1', actual: value })];
      }),
    };
  },
};
