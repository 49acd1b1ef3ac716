import type { Check } from '../../../domain/check.ts';
import { answered, found, isConnected, sessionProbes } from './shared/exchanges.ts';
import { rem } from './shared/norms.ts';
import { after } from './shared/refusal.ts';

/** Inactivity closes the local session. */
export const check: Check = {
  title: { fr: 'L’inactivité ferme la session locale', en: 'Inactivity closes the local session' },
  assertions: ['PSC-LO-04'],
  clauses: [rem('SC.SSI/IE.39')],
  reads: ['pilote/action', 'pilote/probe'],

  findings: {
    'idle-session-still-open': {
      says: {
        fr: 'La session est encore ouverte après le délai d’inactivité.',
        en: 'The session is still open after the inactivity delay.',
      },
      fix: {
        fr: 'Fermez la session côté serveur au délai paramétré, sans compter sur la page ouverte.',
        en: 'Close the session on the server at the configured delay, without relying on the open page.',
      },
    },
  },
  judge({ preuves }) {
    const [first] = answered(preuves, 'pilote/action').filter(
      ({ view }) => view.action === 'banc.laisser-inactif',
    );
    if (first === undefined) return { examined: 0, findings: [] };
    const probes = sessionProbes(after(preuves, first));
    return {
      examined: probes.length,
      findings: probes
        .filter(isConnected)
        .map((probe) =>
          found('idle-session-still-open', probe, { path: 'output.connecte', expected: false, actual: true }),
        ),
    };
  },
};
