import type { Check } from '../../../domain/check.ts';
import type { TokenRequestView } from '../preuves/views.ts';
import { answered, found, isConnected, ofKind, sessionProbes, textOf } from './shared/exchanges.ts';
import { after } from './shared/refusal.ts';

/** A missing acr gets the login refused, or leaves a trace. */
export const check: Check = {
  title: {
    fr: 'L’absence d’acr fait refuser la connexion, ou laisse une trace',
    en: 'A missing acr gets the login refused, or leaves a trace',
  },
  assertions: ['PSC-ID-12'],
  clauses: [{ source: 'ansforge/keycloak-prosanteconnect, tests unitaires (exemple)', trust: 'V' }],
  reads: ['psc/token-request', 'psc/ciba-poll', 'pilote/action', 'pilote/probe'],

  findings: {
    'missing-level-untraced': {
      says: {
        fr: 'La session s’est ouverte sans acr et les journaux n’en disent rien.',
        en: 'The session opened without acr and the logs say nothing of it.',
      },
      fix: {
        fr: 'Refusez, ou écrivez dans le journal que le niveau d’authentification (acr) manquait.',
        en: 'Refuse, or write in the log that the authentication level (acr) was missing.',
      },
    },
  },
  judge({ preuves }) {
    const [first] = ofKind<TokenRequestView>(preuves, 'psc/token-request', 'psc/ciba-poll').filter(
      ({ view }) => view.faults.length > 0,
    );
    if (first === undefined) return { examined: 0, findings: [] };
    const later = after(preuves, first);
    const probes = sessionProbes(later);
    const connected = probes.filter(isConnected);
    const journals = answered(later, 'pilote/action')
      .map(({ view }) => textOf(view.output, 'journaux'))
      .filter((text) => text !== undefined);
    // Without its logs, a software that accepted shows neither fact.
    if (connected.length > 0 && journals.length === 0) return { examined: 0, findings: [] };
    const traced = journals.some((text) => /\bacr\b/i.test(text));
    return {
      examined: probes.length,
      findings: traced ? [] : connected.map((probe) => found('missing-level-untraced', probe)),
    };
  },
};
