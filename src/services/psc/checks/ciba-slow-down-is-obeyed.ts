import type { Check } from '../../../domain/check.ts';
import type { TokenRequestView } from '../preuves/views.ts';
import { found, ofKind } from './shared/exchanges.ts';
import { ciba } from './shared/norms.ts';

/** After slow_down, the interval grows by five seconds. */
export const check: Check = {
  title: {
    fr: 'Après slow_down, l’intervalle s’allonge de cinq secondes',
    en: 'After slow_down, the interval grows by five seconds',
  },
  assertions: ['PSC-CI-05'],
  clauses: [ciba('11')],
  reads: ['psc/ciba-poll'],

  findings: {
    'slow-down-ignored': {
      says: {
        fr: 'Nouvelle interrogation {actual} ms après slow_down, au lieu de {expected} ms.',
        en: 'New poll {actual} ms after slow_down, instead of {expected} ms.',
      },
      fix: {
        fr: 'Ajoutez cinq secondes à l’intervalle à chaque slow_down.',
        en: 'Add five seconds to the interval at each slow_down.',
      },
    },
  },
  judge({ preuves }) {
    const polls = ofKind<TokenRequestView>(preuves, 'psc/ciba-poll').filter(
      ({ view }) => view.ciba !== undefined,
    );
    const pairsSeen = polls.flatMap((poll, index) => {
      const next = polls.slice(index + 1).find(({ view }) => view.ciba?.request === poll.view.ciba?.request);
      return poll.view.error === 'slow_down' && next !== undefined ? [{ poll, next }] : [];
    });
    return {
      examined: pairsSeen.length,
      findings: pairsSeen.flatMap(({ poll, next }) => {
        const owed = Math.max((poll.view.ciba?.interval ?? 5) + 5, next.view.ciba?.interval ?? 0) * 1000;
        const waited = next.view.ciba?.sincePrevious ?? owed;
        return waited >= owed - jitterMs
          ? []
          : [
              found('slow-down-ignored', next, {
                path: 'ciba.sincePrevious',
                expected: owed,
                actual: waited,
              }),
            ];
      }),
    };
  },
};

/** Scheduling noise of both ends. */
const jitterMs = 50;
