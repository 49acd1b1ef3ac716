import type { Check } from '../../../domain/check.ts';
import type { EndSessionView } from '../preuves/views.ts';
import { answered, found, ofKind } from './shared/exchanges.ts';

/** The logout for inactivity does not close the Pro Santé Connect session. */
export const check: Check = {
  title: {
    fr: 'La déconnexion pour inactivité ne ferme pas la session Pro Santé Connect',
    en: 'The logout for inactivity does not close the Pro Santé Connect session',
  },
  assertions: ['PSC-LO-04'],
  clauses: [{ source: 'ansforge/keycloak-prosanteconnect, ticket 39', trust: '2' }],
  reads: ['psc/end-session-request', 'pilote/action'],

  findings: {
    'end-session-on-idle': {
      says: {
        fr: 'L’inactivité a fait appeler end_session.',
        en: 'Inactivity made the software call end_session.',
      },
      fix: {
        fr: 'Réservez end_session à la déconnexion demandée par l’utilisateur : d’autres services partagent sa session Pro Santé Connect.',
        en: 'Keep end_session for a logout that the user asks for: other services share the Pro Santé Connect session.',
      },
    },
  },
  judge({ preuves }) {
    const idle = answered(preuves, 'pilote/action').filter(
      ({ view }) => view.action === 'banc.laisser-inactif',
    );
    const calls = ofKind<EndSessionView>(preuves, 'psc/end-session-request');
    return {
      examined: idle.length,
      findings: idle.length === 0 ? [] : calls.map((call) => found('end-session-on-idle', call)),
    };
  },
};
