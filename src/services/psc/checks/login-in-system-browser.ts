import type { Check } from '../../../domain/check.ts';
import type { Finding } from '../../../domain/finding.ts';
import type { AuthorizationRequestView } from '../preuves/views.ts';
import { found, headerOf, ofKind } from './shared/exchanges.ts';
import { rem, transportGuide } from './shared/norms.ts';

/** The login takes place in a real browser. */
export const check: Check = {
  title: {
    fr: 'La connexion se fait dans un vrai navigateur',
    en: 'The login takes place in a real browser',
  },
  assertions: ['PSC-AR-16'],
  clauses: [
    transportGuide('client lourd'),
    rem('SC.PSC.01'),
    { source: 'RFC 8252', section: '8.12', trust: 'R' },
  ],
  reads: ['psc/authorization-request'],

  findings: {
    'login-in-iframe': {
      says: {
        fr: 'La page de Pro Santé Connect est ouverte dans un cadre (Sec-Fetch-Dest: {actual}).',
        en: 'The Pro Santé Connect page is opened in a frame (Sec-Fetch-Dest: {actual}).',
      },
      fix: {
        fr: 'Ouvrez la connexion dans la page entière ou une fenêtre du navigateur, jamais dans un cadre.',
        en: 'Open the login in the whole page or a browser window, never in a frame.',
      },
    },
    'login-in-webview': {
      says: {
        fr: 'La connexion passe par un navigateur embarqué ({actual}) alors que la modalité « navigateur interne » n’est pas déclarée.',
        en: 'The login goes through an embedded browser ({actual}) while the internal-browser mode is not declared.',
      },
      fix: {
        fr: 'Ouvrez le navigateur du système, ou déclarez natif-navigateur-interne dans services.psc.modes avec ses quatre justificatifs.',
        en: 'Open the system’s browser, or declare natif-navigateur-interne in services.psc.modes with its four documents.',
      },
    },
  },
  judge({ preuves, facts }) {
    const requests = ofKind<AuthorizationRequestView>(preuves, 'psc/authorization-request');
    const modes = facts.services['psc']?.['modes'];
    const internal = Array.isArray(modes) && modes.includes('natif-navigateur-interne');
    return {
      examined: requests.length,
      findings: requests.flatMap((request): readonly Finding[] => {
        const dest = headerOf(request.view, 'sec-fetch-dest') ?? 'document';
        const embedded = embeddedBrowser.exec(headerOf(request.view, 'user-agent') ?? '')?.[0];
        return [
          ...(/^(i?frame|embed|object)$/.test(dest)
            ? [
                found('login-in-iframe', request, {
                  path: 'headers.sec-fetch-dest',
                  expected: 'document',
                  actual: dest,
                }),
              ]
            : []),
          ...(embedded !== undefined && !internal
            ? [found('login-in-webview', request, { path: 'headers.user-agent', actual: embedded })]
            : []),
        ];
      }),
    };
  },
};

const embeddedBrowser =
  /; wv\)|Electron\/[\d.]+|CefSharp|JavaFX\/[\d.]+|QtWebEngine\/[\d.]+|MSIE [\d.]+|WebView2?\b/;
