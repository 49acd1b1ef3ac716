import type { Check } from '../../../domain/check.ts';
import type { BearerRequestView, TokenRequestView } from '../preuves/views.ts';
import { answered, found, isConnected, ofKind, sessionProbes, textOf } from './shared/exchanges.ts';
import { core } from './shared/norms.ts';
import { after } from './shared/refusal.ts';

/** A refreshed ID token of another subject or issuer is refused. */
export const check: Check = {
  title: {
    fr: 'Un jeton d’identité rafraîchi d’un autre sujet ou émetteur est refusé',
    en: 'A refreshed ID token of another subject or issuer is refused',
  },
  assertions: ['PSC-RF-02'],
  clauses: [core('12.2')],
  reads: [
    'psc/refresh-request',
    'psc/userinfo-request',
    'psc/token-exchange-request',
    'pilote/action',
    'pilote/probe',
  ],

  findings: {
    'refreshed-token-used': {
      says: {
        fr: 'Le jeton d’accès venu avec le jeton d’identité étranger a été employé.',
        en: 'The access token that came with the foreign ID token was used.',
      },
      fix: {
        fr: 'Comparez iss et sub du jeton rafraîchi à ceux du premier ; au moindre écart, abandonnez la session.',
        en: 'Compare iss and sub of the refreshed token with the first one’s; at any difference, drop the session.',
      },
    },
    'operation-succeeded': {
      says: {
        fr: 'L’opération a réussi et la session continue sur un rafraîchissement étranger.',
        en: 'The operation succeeded and the session goes on with a foreign refresh.',
      },
      fix: {
        fr: 'Terminez la session quand l’identité rafraîchie n’est pas la même.',
        en: 'End the session when the refreshed identity is not the same.',
      },
    },
  },
  judge({ preuves }) {
    const deviating = ofKind<TokenRequestView>(preuves, 'psc/refresh-request').filter(
      ({ view }) => view.faults.length > 0,
    );
    const [first] = deviating;
    if (first === undefined) return { examined: 0, findings: [] };
    const later = after(preuves, first);
    const tokens = new Set(deviating.flatMap(({ view }) => view.issued?.accessToken ?? []));
    const used = ofKind<BearerRequestView>(later, 'psc/userinfo-request').filter(
      ({ view }) => view.token !== undefined && tokens.has(view.token),
    );
    const exchanged = later.filter(
      ({ kind, step }) => kind === 'psc/token-exchange-request' && step === first.step,
    );
    const probes = sessionProbes(later);
    const succeeded = answered(later, 'pilote/action').filter(
      ({ view, step }) => step === first.step && textOf(view.output, 'issue') === 'reussie',
    );
    return {
      examined: probes.length,
      findings: [
        ...[...used, ...exchanged].map((request) => found('refreshed-token-used', request)),
        ...(probes.some(isConnected)
          ? succeeded.map((action) => found('operation-succeeded', action, { path: 'output.issue' }))
          : []),
      ],
    };
  },
};
