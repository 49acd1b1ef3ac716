import type { Check } from '../../../domain/check.ts';
import type { HttpExchangeView } from '../../../domain/preuve.ts';
import type { CibaRequestView } from '../preuves/views.ts';
import { found, ofKind } from './shared/exchanges.ts';
import { proxyContract } from './shared/norms.ts';

/** A second /connect of the same session answers 304, without calling PSC. */
export const check: Check = {
  title: {
    fr: 'Un second /connect de la même session répond 304, sans appeler PSC',
    en: 'A second /connect of the same session answers 304, without calling PSC',
  },
  assertions: ['PSC-PX-01'],
  clauses: [proxyContract('/connect')],
  reads: ['psc/proxy-exchange', 'psc/ciba-request'],

  findings: {
    'replay-not-304': {
      says: { fr: 'Le second /connect a répondu {actual}.', en: 'The second /connect answered {actual}.' },
      fix: {
        fr: 'Répondez 304 sans corps quand le témoin proxy_session_id désigne une session vivante.',
        en: 'Answer 304 without body when the proxy_session_id cookie names a living session.',
      },
    },
    'replay-has-body': {
      says: { fr: 'La réponse 304 a un corps.', en: 'The 304 answer has a body.' },
      fix: { fr: 'Retirez le corps de la réponse 304.', en: 'Remove the body of the 304 answer.' },
    },
    'replay-called-psc': {
      says: {
        fr: 'Le second /connect a lancé une nouvelle demande CIBA.',
        en: 'The second /connect started a new CIBA request.',
      },
      fix: {
        fr: 'Gardez une seule session PSC par session de proxy.',
        en: 'Keep one PSC session for each proxy session.',
      },
    },
  },
  judge({ preuves }) {
    const connects = ofKind<HttpExchangeView & { readonly operation: string }>(
      preuves,
      'psc/proxy-exchange',
    ).filter(({ view }) => view.operation === 'proxy-connect');
    const [first, replay] = connects;
    if (first === undefined || replay === undefined || first.view.status !== 200)
      return { examined: 0, findings: [] };
    const asked = ofKind<CibaRequestView>(preuves, 'psc/ciba-request').filter(
      ({ step }) => step !== undefined && step === replay.step,
    );
    return {
      examined: 1,
      findings: [
        ...(replay.view.status === 304
          ? []
          : [found('replay-not-304', replay, { path: 'status', expected: 304, actual: replay.view.status })]),
        ...(replay.view.status === 304 && (replay.raw['response']?.size ?? 0) > 0
          ? [found('replay-has-body', replay)]
          : []),
        ...asked.map((request) => found('replay-called-psc', request)),
      ],
    };
  },
};
