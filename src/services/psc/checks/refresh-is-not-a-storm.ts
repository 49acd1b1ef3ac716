import type { Check } from '../../../domain/check.ts';
import type { StepEndView } from '../../../domain/preuve.ts';
import { found, ofKind } from './shared/exchanges.ts';
import { project } from './shared/norms.ts';

/** At rest, the software does not refresh endlessly. */
export const check: Check = {
  title: {
    fr: 'Au repos, le logiciel ne rafraîchit pas sans cesse',
    en: 'At rest, the software does not refresh endlessly',
  },
  assertions: ['PSC-RF-04'],
  clauses: [project('PSC-RF-04')],
  reads: ['psc/refresh-request', 'psc/userinfo-request', 'psc/introspection-request', 'step/end'],

  findings: {
    'refresh-storm': {
      says: {
        fr: '{actual} appels pendant une session au repos.',
        en: '{actual} calls during a session at rest.',
      },
      fix: {
        fr: 'Rafraîchissez à l’approche de l’expiration, non à intervalle fixe et court.',
        en: 'Refresh near the expiry, not at a fixed short interval.',
      },
    },
  },
  judge({ preuves }) {
    const watched = ofKind<StepEndView>(preuves, 'step/end').filter(({ view }) => view.outcome === 'done');
    const calls = preuves.filter(({ kind }) => kind.startsWith('psc/'));
    const last = calls.at(-1);
    return {
      examined: watched.length,
      findings:
        last !== undefined && calls.length > 1
          ? [found('refresh-storm', last, { expected: 1, actual: calls.length })]
          : [],
    };
  },
};
