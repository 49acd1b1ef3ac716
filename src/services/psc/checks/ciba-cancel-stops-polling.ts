import type { Check } from '../../../domain/check.ts';
import type { StepEndView } from '../../../domain/preuve.ts';
import type { TokenRequestView } from '../preuves/views.ts';
import { answered, found, ofKind } from './shared/exchanges.ts';
import { project } from './shared/norms.ts';
import { after } from './shared/refusal.ts';

/** The user’s cancelling stops the polls. */
export const check: Check = {
  title: {
    fr: 'L’annulation par l’utilisateur arrête les interrogations',
    en: 'The user’s cancelling stops the polls',
  },
  assertions: ['PSC-CI-08'],
  clauses: [project('PSC-CI-08')],
  reads: ['psc/ciba-poll', 'pilote/action', 'step/end'],

  findings: {
    'polled-after-cancel': {
      says: {
        fr: 'Une interrogation est venue {actual} ms après l’annulation.',
        en: 'A poll came {actual} ms after the cancellation.',
      },
      fix: {
        fr: 'Arrêtez la boucle d’interrogation quand l’utilisateur annule.',
        en: 'Stop the polling loop when the user cancels.',
      },
    },
  },
  judge({ preuves }) {
    const [cancel] = answered(preuves, 'pilote/action').filter(({ view }) => view.action === 'psc.annuler');
    const watched = ofKind<StepEndView>(preuves, 'step/end').filter(
      ({ view, at }) => view.outcome === 'done' && cancel !== undefined && at > cancel.at,
    );
    if (cancel === undefined) return { examined: 0, findings: [] };
    const polls = ofKind<TokenRequestView>(after(preuves, cancel), 'psc/ciba-poll');
    return {
      examined: watched.length,
      findings: polls.flatMap((poll) => {
        const late = poll.at - cancel.at;
        // One interval is left for the poll that was on its way.
        return late > (poll.view.ciba?.interval ?? 5) * 1000
          ? [found('polled-after-cancel', poll, { actual: late })]
          : [];
      }),
    };
  },
};
