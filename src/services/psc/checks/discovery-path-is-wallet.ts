import type { Check } from '../../../domain/check.ts';
import type { HttpExchangeView } from '../../../domain/preuve.ts';
import type { TokenRequestView } from '../preuves/views.ts';
import { found, ofKind } from './shared/exchanges.ts';

/** Discovery is read at the address of Pro Santé Connect’s own. */
export const check: Check = {
  title: {
    fr: 'La découverte est lue à l’adresse propre à Pro Santé Connect',
    en: 'Discovery is read at the address of Pro Santé Connect’s own',
  },
  assertions: ['PSC-DI-01'],
  clauses: [
    { source: 'Pro Santé Connect, table des adresses', section: 'wallet-openid-configuration', trust: 'V' },
  ],
  reads: ['psc/discovery-request', 'psc/unknown-request', 'psc/token-request'],

  findings: {
    'discovery-standard-path': {
      says: {
        fr: 'La découverte est cherchée à {actual}, que PSC n’a pas.',
        en: 'Discovery is looked for at {actual}, which PSC does not have.',
      },
      fix: {
        fr: 'Configurez l’adresse complète …/.well-known/wallet-openid-configuration : les bibliothèques composent openid-configuration d’elles-mêmes.',
        en: 'Set the whole address …/.well-known/wallet-openid-configuration: libraries make openid-configuration up by themselves.',
      },
    },
  },
  judge({ preuves }) {
    const right = ofKind<HttpExchangeView>(preuves, 'psc/discovery-request');
    const wrong = ofKind<HttpExchangeView>(preuves, 'psc/unknown-request').filter(({ view }) =>
      view.path.endsWith('/.well-known/openid-configuration'),
    );
    // A static configuration is conforming: tokens were asked for and nobody read the discovery.
    const without =
      right.length + wrong.length === 0
        ? ofKind<TokenRequestView>(preuves, 'psc/token-request').slice(0, 1)
        : [];
    return {
      examined: right.length + wrong.length + without.length,
      findings: wrong.map((request) =>
        found('discovery-standard-path', request, {
          path: 'path',
          expected: 'wallet-openid-configuration',
          actual: request.view.path,
        }),
      ),
    };
  },
};
