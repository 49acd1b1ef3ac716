import type { Check } from '../../../domain/check.ts';
import { inCall, insiCalls } from './shared/insi-calls.ts';

/** Retries after an error are bounded. */
export const check: Check = {
  title: { fr: 'Les nouveaux essais après une erreur sont bornés', en: 'Retries after an error are bounded' },
  assertions: ['INS-WS-024'],
  clauses: [{ source: 'Banc segur', section: 'retenue après erreur', trust: 'R' }],
  reads: ['insi/traits-request', 'insi/vitale-request', 'insi/verification-request'],
  findings: {
    'retry-storm': {
      says: {
        fr: '{actual} appels en moins de dix secondes après une erreur technique',
        en: '{actual} calls within ten seconds after a technical error',
      },
      fix: { fr: 'Espacez les essais et bornez leur nombre', en: 'Space retries out and bound their number' },
    },
  },
  judge({ preuves }) {
    const calls = insiCalls(preuves);
    // An answer cut short or replaced on its way is an error for who called, whatever INSi meant to say.
    const failed = calls.find(({ view }) => view.answer.fault !== undefined || view.faults.length > 0);
    if (failed === undefined) return { examined: 0, findings: [] };
    const after = calls.filter(
      (call) => call.preuve.at > failed.preuve.at && call.preuve.at - failed.preuve.at < 10_000,
    );
    return {
      examined: 1,
      findings:
        after.length > 5
          ? [inCall(failed, 'Envelope', { code: 'retry-storm', expected: 5, actual: after.length })]
          : [],
    };
  },
};
