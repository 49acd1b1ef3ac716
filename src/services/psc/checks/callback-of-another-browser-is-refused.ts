import type { Check } from '../../../domain/check.ts';
import type { TokenRequestView } from '../preuves/views.ts';
import { answered, found, isConnected, ofKind, sessionProbes } from './shared/exchanges.ts';
import { oauth } from './shared/norms.ts';
import { after } from './shared/refusal.ts';

/** The callback of a login begun elsewhere is refused. */
export const check: Check = {
  title: {
    fr: 'Le retour d’une connexion commencée ailleurs est refusé',
    en: 'The callback of a login begun elsewhere is refused',
  },
  assertions: ['PSC-TR-10'],
  clauses: [oauth('10.12')],
  reads: ['psc/token-request', 'pilote/action', 'pilote/probe'],

  findings: {
    'code-exchanged': {
      says: {
        fr: 'Un navigateur qui n’avait rien demandé a fait échanger le code.',
        en: 'A browser that had asked for nothing got the code exchanged.',
      },
      fix: {
        fr: 'Liez state à la session du navigateur (témoin de session) : le comparer à une liste globale ne protège pas.',
        en: 'Bind state to the browser’s session (session cookie): comparing it with a global list protects nothing.',
      },
    },
    'session-opened': {
      says: {
        fr: 'Un navigateur qui n’avait rien demandé est connecté.',
        en: 'A browser that had asked for nothing is logged in.',
      },
      fix: {
        fr: 'Liez state à la session du navigateur qui a demandé la connexion.',
        en: 'Bind state to the session of the browser that asked for the login.',
      },
    },
  },
  judge({ preuves }) {
    const opened = answered(preuves, 'pilote/action').filter(
      ({ view }) => view.action === 'navigateur.rappel-autre-navigateur',
    );
    const [first] = opened;
    if (first === undefined) return { examined: 0, findings: [] };
    const probes = sessionProbes(after(preuves, first));
    return {
      examined: probes.length,
      findings: [
        ...ofKind<TokenRequestView>(preuves, 'psc/token-request')
          .filter(({ step }) => step === first.step)
          .map((request) => found('code-exchanged', request, { path: 'form.code' })),
        ...probes
          .filter(isConnected)
          .map((probe) =>
            found('session-opened', probe, { path: 'output.connecte', expected: false, actual: true }),
          ),
      ],
    };
  },
};
