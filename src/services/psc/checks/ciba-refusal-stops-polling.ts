import type { Check } from '../../../domain/check.ts';
import type { TokenRequestView } from '../preuves/views.ts';
import { found, isConnected, ofKind, sessionProbes } from './shared/exchanges.ts';
import { ciba } from './shared/norms.ts';
import { after } from './shared/refusal.ts';

/** A final refusal stops CIBA polls. */
export const check: Check = {
  title: { fr: 'Un refus définitif arrête les interrogations CIBA', en: 'A final refusal stops CIBA polls' },
  assertions: ['PSC-CI-06'],
  clauses: [ciba('11')],
  reads: ['psc/ciba-poll', 'pilote/probe'],

  findings: {
    'polled-after-refusal': {
      says: { fr: 'Une interrogation a suivi {expected}.', en: 'A poll followed {expected}.' },
      fix: {
        fr: 'Traitez access_denied, expired_token et invalid_request comme une fin : seuls authorization_pending et slow_down se réessaient.',
        en: 'Take access_denied, expired_token and invalid_request as the end: only authorization_pending and slow_down may be tried again.',
      },
    },
    'session-opened': {
      says: { fr: 'La session s’est ouverte après un refus.', en: 'The session opened after a refusal.' },
      fix: {
        fr: 'N’ouvrez de session que sur une réponse de jetons.',
        en: 'Open a session on a token answer only.',
      },
    },
  },
  judge({ preuves }) {
    const polls = ofKind<TokenRequestView>(preuves, 'psc/ciba-poll');
    const [refusal] = polls.filter(({ view }) => view.error !== undefined && final.has(view.error));
    if (refusal === undefined) return { examined: 0, findings: [] };
    const probes = sessionProbes(after(preuves, refusal));
    const more = polls
      .slice(polls.indexOf(refusal) + 1)
      .filter(({ view }) => view.ciba?.request === refusal.view.ciba?.request);
    return {
      examined: probes.length,
      findings: [
        ...more.map((poll) => found('polled-after-refusal', poll, { expected: refusal.view.error ?? '' })),
        ...probes
          .filter(isConnected)
          .map((probe) => found('session-opened', probe, { path: 'output.connecte' })),
      ],
    };
  },
};

const final: ReadonlySet<string> = new Set([
  'access_denied',
  'expired_token',
  'invalid_request',
  'invalid_grant',
  'transaction_failed',
]);
