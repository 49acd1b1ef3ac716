import type { Check } from '../../../domain/check.ts';
import type { BearerRequestView } from '../preuves/views.ts';
import { found, isConnected, ofKind, sessionProbes } from './shared/exchanges.ts';
import { core } from './shared/norms.ts';
import { after } from './shared/refusal.ts';

/** A userinfo of another sub, or without sub, is refused. */
export const check: Check = {
  title: {
    fr: 'Un userinfo d’un autre sub, ou sans sub, est refusé',
    en: 'A userinfo of another sub, or without sub, is refused',
  },
  assertions: ['PSC-UI-02'],
  clauses: [core('5.3.2')],
  reads: ['psc/userinfo-request', 'pilote/probe'],

  findings: {
    'session-opened': {
      says: {
        fr: 'La session s’est ouverte sur un userinfo dont sub n’est pas celui du jeton d’identité.',
        en: 'The session opened on a userinfo whose sub is not the ID token’s.',
      },
      fix: {
        fr: 'Comparez sub de userinfo à celui du jeton d’identité et refusez la connexion s’ils diffèrent ou si l’un manque.',
        en: 'Compare userinfo’s sub with the ID token’s and refuse the login when they differ or one is missing.',
      },
    },
  },
  judge({ preuves }) {
    const [first] = ofKind<BearerRequestView>(preuves, 'psc/userinfo-request').filter(
      ({ view }) => view.faults.length > 0,
    );
    if (first === undefined) return { examined: 0, findings: [] };
    const probes = sessionProbes(after(preuves, first));
    return {
      examined: probes.length,
      findings: probes
        .filter(isConnected)
        .map((probe) =>
          found('session-opened', probe, { path: 'output.connecte', expected: false, actual: true }),
        ),
    };
  },
};
