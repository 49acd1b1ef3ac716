import type { Check } from '../../../domain/check.ts';
import type { Finding } from '../../../domain/finding.ts';
import type { TokenRequestView } from '../preuves/views.ts';
import { found, ofKind } from './shared/exchanges.ts';
import { oauth } from './shared/norms.ts';

/** The token request is a form POST over TLS 1.2 or later. */
export const check: Check = {
  title: {
    fr: 'La demande de jetons est un POST de formulaire sur TLS 1.2 ou plus',
    en: 'The token request is a form POST over TLS 1.2 or later',
  },
  assertions: ['PSC-TR-01'],
  clauses: [oauth('3.2'), oauth('4.1.3')],
  reads: ['psc/token-request'],

  findings: {
    'token-request-not-post': {
      says: { fr: 'La demande de jetons est un {actual}.', en: 'The token request is a {actual}.' },
      fix: { fr: 'Envoyez la demande de jetons en POST.', en: 'Send the token request as a POST.' },
    },
    'token-request-not-form': {
      says: {
        fr: 'Le corps de la demande de jetons n’est pas application/x-www-form-urlencoded.',
        en: 'The body of the token request is not application/x-www-form-urlencoded.',
      },
      fix: {
        fr: 'Écrivez les paramètres en formulaire, avec ce Content-Type.',
        en: 'Write the parameters as a form, with that Content-Type.',
      },
    },
    'grant-in-address': {
      says: {
        fr: 'Le paramètre {actual} est dans l’adresse de la demande de jetons.',
        en: 'The parameter {actual} is in the address of the token request.',
      },
      fix: { fr: 'Mettez tous les paramètres dans le corps.', en: 'Put every parameter in the body.' },
    },
    'token-request-tls-old': {
      says: { fr: 'La demande de jetons a utilisé {actual}.', en: 'The token request used {actual}.' },
      fix: { fr: 'Exigez TLS 1.2 au moins.', en: 'Demand TLS 1.2 at least.' },
    },
  },
  judge({ preuves }) {
    const requests = ofKind<TokenRequestView>(preuves, 'psc/token-request');
    return {
      examined: requests.length,
      findings: requests.flatMap((request): readonly Finding[] => {
        const { view, tls } = request;
        const isPost = view.method === 'POST';
        // Client credentials in the address have their own check.
        const astray = view.query.find(([name]) => name !== 'client_id' && name !== 'client_secret')?.[0];
        return [
          ...(isPost
            ? []
            : [
                found('token-request-not-post', request, {
                  path: 'method',
                  expected: 'POST',
                  actual: view.method,
                }),
              ]),
          ...(isPost && view.form === undefined
            ? [found('token-request-not-form', request, { path: 'headers.content-type' })]
            : []),
          ...(isPost && astray !== undefined
            ? [found('grant-in-address', request, { path: `query.${astray}`, actual: astray })]
            : []),
          ...(tls === undefined || /^TLSv1\.[23]$/.test(tls.version)
            ? []
            : [found('token-request-tls-old', request, { expected: 'TLSv1.2', actual: tls.version })]),
        ];
      }),
    };
  },
};
