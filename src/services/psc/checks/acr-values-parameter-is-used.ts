import type { Check } from '../../../domain/check.ts';
import type { AuthorizationRequestView } from '../preuves/views.ts';
import { found, ofKind, parameterOf } from './shared/exchanges.ts';
import { rem } from './shared/norms.ts';

/** The level is asked for by acr_values, not by acr. */
export const check: Check = {
  title: {
    fr: 'Le niveau est demandé par acr_values, non par acr',
    en: 'The level is asked for by acr_values, not by acr',
  },
  assertions: ['PSC-AR-06'],
  clauses: [rem('SC.PSC.08, EX PSC 16')],
  reads: ['psc/authorization-request'],

  findings: {
    'acr-instead-of-acr-values': {
      says: {
        fr: 'La demande porte acr={actual} et pas acr_values : Pro Santé Connect ignore acr.',
        en: 'The request has acr={actual} and no acr_values: Pro Santé Connect ignores acr.',
      },
      fix: {
        fr: 'Renommez le paramètre acr en acr_values. L’adresse d’exemple du guide de transport (étape 2 du mode web) écrit acr=eidas1 par erreur et a sans doute été recopiée.',
        en: 'Rename the parameter acr to acr_values. The sample address of the transport guide (step 2 of the web mode) has acr=eidas1 by mistake and was likely copied.',
      },
    },
    'level-not-asked': {
      says: {
        fr: 'Aucun paramètre ne demande de niveau d’authentification.',
        en: 'No parameter asks for an authentication level.',
      },
      fix: { fr: 'Ajoutez acr_values=eidas1.', en: 'Add acr_values=eidas1.' },
    },
  },
  judge({ preuves }) {
    const requests = ofKind<AuthorizationRequestView>(preuves, 'psc/authorization-request');
    return {
      examined: requests.length,
      findings: requests.flatMap((request) => {
        if (parameterOf(request.view, 'acr_values') !== undefined) return [];
        const acr = parameterOf(request.view, 'acr');
        const code = acr === undefined ? 'level-not-asked' : 'acr-instead-of-acr-values';
        return [found(code, request, { path: 'query.acr', expected: 'acr_values=eidas1', actual: acr })];
      }),
    };
  },
};
