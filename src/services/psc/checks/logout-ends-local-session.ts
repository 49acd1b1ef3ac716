import type { Check } from '../../../domain/check.ts';
import { answered, found, isConnected, sessionProbes } from './shared/exchanges.ts';
import { rem } from './shared/norms.ts';
import { after } from './shared/refusal.ts';

/** The logout closes the local session, even when Pro Santé Connect is down. */
export const check: Check = {
  title: {
    fr: 'La déconnexion ferme la session locale, même si Pro Santé Connect est en panne',
    en: 'The logout closes the local session, even when Pro Santé Connect is down',
  },
  assertions: ['PSC-LO-03'],
  clauses: [rem('SC.SSI/IE.38')],
  reads: ['pilote/action', 'pilote/probe'],

  findings: {
    'session-still-open': {
      says: {
        fr: 'La session est encore ouverte après la déconnexion.',
        en: 'The session is still open after the logout.',
      },
      fix: {
        fr: 'Fermez la session locale d’abord ; l’appel à Pro Santé Connect peut échouer sans la retenir.',
        en: 'Close the local session first; the call to Pro Santé Connect may fail without holding it.',
      },
    },
  },
  judge({ preuves }) {
    const [first] = answered(preuves, 'pilote/action').filter(
      ({ view }) => view.action === 'psc.deconnecter',
    );
    if (first === undefined) return { examined: 0, findings: [] };
    const probes = sessionProbes(after(preuves, first));
    return {
      examined: probes.length,
      findings: probes
        .filter(isConnected)
        .map((probe) =>
          found('session-still-open', probe, { path: 'output.connecte', expected: false, actual: true }),
        ),
    };
  },
};
