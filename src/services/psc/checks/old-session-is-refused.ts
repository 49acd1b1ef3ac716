import type { Check } from '../../../domain/check.ts';
import type { HttpExchangeView } from '../../../domain/preuve.ts';
import { answered, found, isConnected, ofKind, sessionProbes, textOf } from './shared/exchanges.ts';
import { rem } from './shared/norms.ts';
import { after } from './shared/refusal.ts';

/** After the logout, the old cookie and tokens are of no use. */
export const check: Check = {
  title: {
    fr: 'Après la déconnexion, l’ancien témoin et les anciens jetons ne servent plus',
    en: 'After the logout, the old cookie and tokens are of no use',
  },
  assertions: ['PSC-LO-05'],
  clauses: [rem('SC.SSI/IE.38')],
  reads: [
    'pilote/action',
    'pilote/probe',
    'psc/userinfo-request',
    'psc/refresh-request',
    'psc/token-exchange-request',
  ],

  findings: {
    'old-session-accepted': {
      says: {
        fr: 'L’ancien témoin de session ouvre encore le logiciel.',
        en: 'The old session cookie still opens the software.',
      },
      fix: {
        fr: 'Invalidez la session côté serveur, non seulement le témoin du navigateur.',
        en: 'Invalidate the session on the server, not only the browser’s cookie.',
      },
    },
    'operation-allowed': {
      says: {
        fr: 'Une opération qui demande d’être connecté a réussi après la déconnexion.',
        en: 'An operation that needs a login succeeded after the logout.',
      },
      fix: {
        fr: 'Exigez une session vivante avant chaque opération.',
        en: 'Demand a living session before each operation.',
      },
    },
    'old-token-used': {
      says: {
        fr: 'Un jeton de la session fermée a encore été présenté.',
        en: 'A token of the closed session was presented again.',
      },
      fix: {
        fr: 'Effacez jetons d’accès et de rafraîchissement à la déconnexion.',
        en: 'Erase access and refresh tokens at logout.',
      },
    },
  },
  judge({ preuves }) {
    const [first] = answered(preuves, 'pilote/action').filter(
      ({ view }) => view.action === 'psc.deconnecter',
    );
    if (first === undefined) return { examined: 0, findings: [] };
    const later = after(preuves, first);
    const probes = sessionProbes(later);
    const uses = answered(later, 'pilote/action').filter(({ view }) => view.action === 'psc.utiliser-jeton');
    const calls = ofKind<HttpExchangeView>(
      later,
      'psc/userinfo-request',
      'psc/refresh-request',
      'psc/token-exchange-request',
    );
    return {
      examined: probes.length + uses.length,
      findings: [
        ...probes
          .filter(isConnected)
          .map((probe) => found('old-session-accepted', probe, { path: 'output.connecte' })),
        ...uses
          .filter(({ view }) => textOf(view.output, 'issue') === 'reussie')
          .map((action) => found('operation-allowed', action, { path: 'output.issue' })),
        ...calls.map((call) => found('old-token-used', call)),
      ],
    };
  },
};
