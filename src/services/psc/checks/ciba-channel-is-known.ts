import type { Check } from '../../../domain/check.ts';
import type { CibaRequestView } from '../preuves/views.ts';
import { found, ofKind, parameterOf } from './shared/exchanges.ts';
import { cibaPage, proxyContract } from './shared/norms.ts';

/** channel is CARD or MOBILE. */
export const check: Check = {
  title: { fr: 'channel vaut CARD ou MOBILE', en: 'channel is CARD or MOBILE' },
  assertions: ['PSC-CI-03'],
  clauses: [cibaPage, proxyContract('/connect')],
  reads: ['psc/ciba-request'],

  findings: {
    'channel-missing': {
      says: { fr: 'channel est absent de la demande CIBA.', en: 'channel is missing from the CIBA request.' },
      fix: {
        fr: 'Ajoutez channel=CARD (carte) ou channel=MOBILE (e-CPS).',
        en: 'Add channel=CARD (card) or channel=MOBILE (e-CPS).',
      },
    },
    'channel-unknown': {
      says: { fr: 'channel vaut {actual}.', en: 'channel is {actual}.' },
      fix: { fr: 'Écrivez CARD ou MOBILE, en majuscules.', en: 'Write CARD or MOBILE, in upper case.' },
    },
  },
  judge({ preuves }) {
    const requests = ofKind<CibaRequestView>(preuves, 'psc/ciba-request');
    return {
      examined: requests.length,
      findings: requests.flatMap((request) => {
        const channel = parameterOf(request.view, 'channel');
        if (channel === 'CARD' || channel === 'MOBILE') return [];
        return [
          found(channel === undefined ? 'channel-missing' : 'channel-unknown', request, {
            path: 'form.channel',
            expected: 'CARD, MOBILE',
            actual: channel,
          }),
        ];
      }),
    };
  },
};
