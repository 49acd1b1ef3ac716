import type { Check } from '../../../domain/check.ts';
import type { HttpExchangeView, PiloteView } from '../../../domain/preuve.ts';
import { found, isConnected, memberOf, ofKind, sessionProbes } from './shared/exchanges.ts';
import { project } from './shared/norms.ts';

/** An outage of Pro Santé Connect ends with a message, without loop or session. */
export const check: Check<{ readonly session?: 'fermee' | 'ouverte' }> = {
  title: {
    fr: 'Une panne de Pro Santé Connect se termine par un message, sans boucle ni session',
    en: 'An outage of Pro Santé Connect ends with a message, without loop or session',
  },
  assertions: ['PSC-DI-03'],
  clauses: [project('PSC-DI-03')],
  reads: [
    'psc/discovery-request',
    'psc/jwks-request',
    'psc/token-request',
    'psc/userinfo-request',
    'psc/refresh-request',
    'psc/ciba-request',
    'psc/token-exchange-request',
    'psc/api-request',
    'pilote/action',
    'pilote/probe',
  ],
  options: {
    type: 'object',
    additionalProperties: false,
    properties: {
      session: {
        enum: ['fermee', 'ouverte'],
        description: 'ouverte: the outage comes after the login, and the session may stay.',
      },
    },
  },
  findings: {
    'outage-retry-loop': {
      says: { fr: '{actual} appels pendant la panne.', en: '{actual} calls during the outage.' },
      fix: {
        fr: 'Bornez les reprises (trois au plus, espacées) puis affichez un message.',
        en: 'Bound the retries (three at most, spaced) then show a message.',
      },
    },
    'outage-logged-in': {
      says: { fr: 'Une session s’est ouverte pendant la panne.', en: 'A session opened during the outage.' },
      fix: {
        fr: 'N’ouvrez pas de session quand Pro Santé Connect n’a pas répondu.',
        en: 'Open no session when Pro Santé Connect did not answer.',
      },
    },
    'outage-breaks-software': {
      says: {
        fr: 'Le logiciel n’a pas répondu, ou par une erreur interne.',
        en: 'The software did not answer, or with an internal error.',
      },
      fix: {
        fr: 'Traitez l’échec de l’appel et rendez la main à l’utilisateur avec un message.',
        en: 'Handle the failed call and give the user a message.',
      },
    },
  },
  judge({ preuves, options }) {
    const calls = ofKind<HttpExchangeView>(
      preuves,
      ...[...new Set(preuves.map(({ kind }) => kind))].filter((kind) => kind.startsWith('psc/')),
    ).filter(({ view }) => view.status >= 500);
    const last = calls.at(-1);
    const probes = options.session === 'ouverte' ? [] : sessionProbes(preuves);
    const actions = ofKind<PiloteView>(preuves, 'pilote/action');
    const broken = actions.filter(({ view }) => {
      const status = memberOf(memberOf(view.output, 'page'), 'status');
      return (
        view.answer === 'broken' ||
        view.answer === 'timeout' ||
        (typeof status === 'number' && status === 500)
      );
    });
    return {
      examined: calls.length === 0 ? 0 : probes.length + actions.length,
      findings: [
        ...(last !== undefined && calls.length > maxCalls
          ? [found('outage-retry-loop', last, { expected: maxCalls, actual: calls.length })]
          : []),
        ...probes
          .filter(isConnected)
          .map((probe) => found('outage-logged-in', probe, { path: 'output.connecte' })),
        ...broken.map((action) => found('outage-breaks-software', action)),
      ],
    };
  },
};

/** First call and three retries; the project’s own bound. */
const maxCalls = 4;
