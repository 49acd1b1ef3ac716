import type { Check } from '../../../domain/check.ts';
import type { BearerRequestView, TokenRequestView } from '../preuves/views.ts';
import { found, isConnected, ofKind, sessionProbes, textOf } from './shared/exchanges.ts';
import { project, rem } from './shared/norms.ts';
import { after } from './shared/refusal.ts';

/** The identity of another professional in userinfo is not adopted. */
export const check: Check = {
  title: {
    fr: 'L’identité d’un autre professionnel dans userinfo n’est pas adoptée',
    en: 'The identity of another professional in userinfo is not adopted',
  },
  assertions: ['PSC-UI-03'],
  clauses: [rem('SC.PSC.02'), project('PSC-UI-03')],
  reads: ['psc/token-request', 'psc/ciba-poll', 'psc/userinfo-request', 'pilote/probe'],

  findings: {
    'identity-adopted': {
      says: {
        fr: 'La session est ouverte au nom de {actual}, alors que le jeton d’identité désigne {expected}.',
        en: 'The session is open in the name of {actual}, while the ID token names {expected}.',
      },
      fix: {
        fr: 'Comparez SubjectNameID de userinfo à celui du jeton d’identité : sub seul ne suffit pas, et aucune bibliothèque ne fait cette comparaison.',
        en: 'Compare userinfo’s SubjectNameID with the ID token’s: sub alone is not enough, and no library makes this comparison.',
      },
    },
  },
  judge({ preuves }) {
    const [swapped] = ofKind<BearerRequestView>(preuves, 'psc/userinfo-request').filter(
      ({ view }) => view.faults.length > 0,
    );
    if (swapped === undefined) return { examined: 0, findings: [] };
    const tokens = ofKind<TokenRequestView>(preuves, 'psc/token-request', 'psc/ciba-poll').filter(
      ({ view }) => view.login === swapped.view.login,
    );
    const expected = tokens
      .map(({ view }) => view.idToken?.claims['SubjectNameID'])
      .find((id) => typeof id === 'string');
    if (typeof expected !== 'string') return { examined: 0, findings: [] };
    const probes = sessionProbes(after(preuves, swapped)).filter(
      (probe) => !isConnected(probe) || textOf(probe.view.output, 'identifiantNational') !== undefined,
    );
    return {
      examined: probes.length,
      findings: probes.filter(isConnected).flatMap((probe) => {
        const actual = textOf(probe.view.output, 'identifiantNational');
        return actual === expected
          ? []
          : [found('identity-adopted', probe, { path: 'output.identifiantNational', expected, actual })];
      }),
    };
  },
};
