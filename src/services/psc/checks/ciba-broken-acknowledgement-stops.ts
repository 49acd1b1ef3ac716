import type { Check } from '../../../domain/check.ts';
import type { CibaRequestView, TokenRequestView } from '../preuves/views.ts';
import { found, isConnected, ofKind, sessionProbes } from './shared/exchanges.ts';
import { ciba } from './shared/norms.ts';
import { after } from './shared/refusal.ts';

/** A CIBA acknowledgement that is incomplete or an error is followed by no poll. */
export const check: Check = {
  title: {
    fr: 'Un accusé CIBA incomplet ou en erreur n’est suivi d’aucune interrogation',
    en: 'A CIBA acknowledgement that is incomplete or an error is followed by no poll',
  },
  assertions: ['PSC-CI-07'],
  clauses: [
    { source: 'OpenID conformance suite, fapi-ciba-id1-client-invalid-missing-authreqid-test', trust: 'V' },
    ciba('7.3'),
  ],
  reads: ['psc/ciba-request', 'psc/ciba-poll', 'pilote/probe'],

  findings: {
    'polled-anyway': {
      says: {
        fr: 'Une interrogation a suivi un accusé sans auth_req_id, sans expires_in ou en erreur.',
        en: 'A poll followed an acknowledgement without auth_req_id, without expires_in or in error.',
      },
      fix: {
        fr: 'Vérifiez auth_req_id et expires_in avant la première interrogation et affichez une erreur s’ils manquent.',
        en: 'Check auth_req_id and expires_in before the first poll and show an error when they are missing.',
      },
    },
    'session-opened': {
      says: {
        fr: 'La session s’est ouverte sur un accusé inutilisable.',
        en: 'The session opened on an unusable acknowledgement.',
      },
      fix: {
        fr: 'N’ouvrez de session que sur une réponse de jetons.',
        en: 'Open a session on a token answer only.',
      },
    },
  },
  judge({ preuves }) {
    const [first] = ofKind<CibaRequestView>(preuves, 'psc/ciba-request').filter(
      ({ view }) => view.faults.length > 0,
    );
    if (first === undefined) return { examined: 0, findings: [] };
    const later = after(preuves, first);
    const probes = sessionProbes(later);
    return {
      examined: probes.length,
      findings: [
        ...ofKind<TokenRequestView>(later, 'psc/ciba-poll').map((poll) =>
          found('polled-anyway', poll, { path: 'form.auth_req_id' }),
        ),
        ...probes
          .filter(isConnected)
          .map((probe) => found('session-opened', probe, { path: 'output.connecte' })),
      ],
    };
  },
};
