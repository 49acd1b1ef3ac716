import type { Check } from '../../../domain/check.ts';
import type { TokenRequestView } from '../preuves/views.ts';
import { found, ofKind } from './shared/exchanges.ts';
import { ciba } from './shared/norms.ts';

/** CIBA polls respect the interval announced. */
export const check: Check = {
  title: {
    fr: 'Les interrogations CIBA respectent l’intervalle annoncé',
    en: 'CIBA polls respect the interval announced',
  },
  assertions: ['PSC-CI-04'],
  clauses: [ciba('7.3')],
  reads: ['psc/ciba-poll'],

  findings: {
    'polled-too-fast': {
      says: {
        fr: 'Deux interrogations à {actual} ms d’écart, pour un intervalle de {expected} ms.',
        en: 'Two polls {actual} ms apart, for an interval of {expected} ms.',
      },
      fix: {
        fr: 'Attendez interval secondes (5 quand l’accusé n’en dit rien) après chaque réponse.',
        en: 'Wait interval seconds (5 when the acknowledgement does not say) after each answer.',
      },
    },
  },
  judge({ preuves }) {
    const polls = ofKind<TokenRequestView>(preuves, 'psc/ciba-poll').filter(
      ({ view }) => view.ciba !== undefined,
    );
    const slowed = new Set<string>();
    return {
      examined: polls.length,
      findings: polls.flatMap((poll) => {
        const { ciba: facts, error } = poll.view;
        if (facts === undefined) return [];
        // The longer interval owed after slow_down has its own check.
        const afterSlowDown = slowed.has(facts.request);
        if (error === 'slow_down') slowed.add(facts.request);
        const owed = facts.interval * 1000;
        if (afterSlowDown || facts.sincePrevious === undefined || facts.sincePrevious >= owed - jitterMs)
          return [];
        return [
          found('polled-too-fast', poll, {
            path: 'ciba.sincePrevious',
            expected: owed,
            actual: facts.sincePrevious,
          }),
        ];
      }),
    };
  },
};

/** Scheduling noise of both ends. */
const jitterMs = 50;
