import type { Check } from '../../../domain/check.ts';
import type { PiloteView } from '../../../domain/preuve.ts';
import type { EndSessionView } from '../preuves/views.ts';
import { found, isConnected, memberOf, ofKind, sessionProbes } from './shared/exchanges.ts';
import { after } from './shared/refusal.ts';

/** A logout return whose state is absent or another breaks nothing. */
export const check: Check = {
  title: {
    fr: 'Un retour de déconnexion au state absent ou autre ne casse rien',
    en: 'A logout return whose state is absent or another breaks nothing',
  },
  assertions: ['PSC-LO-02', 'PSC-LO-03'],
  clauses: [{ source: 'OpenID Connect RP-Initiated Logout 1.0', section: '3', trust: 'V' }],
  reads: ['psc/end-session-request', 'pilote/action', 'pilote/probe'],

  findings: {
    'return-breaks': {
      says: {
        fr: 'Le retour de déconnexion finit sur une erreur interne.',
        en: 'The logout return ends on an internal error.',
      },
      fix: {
        fr: 'Affichez la page de fin même si state manque : la session locale est déjà fermée.',
        en: 'Show the end page even when state is missing: the local session is closed by then.',
      },
    },
    'session-still-open': {
      says: {
        fr: 'La session est encore ouverte après ce retour.',
        en: 'The session is still open after that return.',
      },
      fix: {
        fr: 'Fermez la session locale avant d’appeler end_session, non au retour.',
        en: 'Close the local session before calling end_session, not at the return.',
      },
    },
  },
  judge({ preuves }) {
    const [first] = ofKind<EndSessionView>(preuves, 'psc/end-session-request').filter(
      ({ view }) => view.faults.length > 0,
    );
    if (first === undefined) return { examined: 0, findings: [] };
    const later = after(preuves, first);
    const probes = sessionProbes(later);
    const broken = ofKind<PiloteView>(later, 'pilote/action').filter(({ view }) => {
      const status = memberOf(memberOf(view.output, 'page'), 'status');
      return (
        view.answer === 'broken' || view.answer === 'timeout' || (typeof status === 'number' && status >= 500)
      );
    });
    return {
      examined: probes.length,
      findings: [
        ...broken.map((action) => found('return-breaks', action)),
        ...probes
          .filter(isConnected)
          .map((probe) => found('session-still-open', probe, { path: 'output.connecte' })),
      ],
    };
  },
};
