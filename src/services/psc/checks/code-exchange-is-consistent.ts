import type { Check } from '../../../domain/check.ts';
import type { Finding } from '../../../domain/finding.ts';
import type { TokenRequestView } from '../preuves/views.ts';
import { found, ofKind, parameterOf } from './shared/exchanges.ts';
import { core, oauth } from './shared/norms.ts';

/** The code is exchanged once, with the same redirect_uri. */
export const check: Check = {
  title: {
    fr: 'Le code est échangé une fois, avec le même redirect_uri',
    en: 'The code is exchanged once, with the same redirect_uri',
  },
  assertions: ['PSC-TR-02'],
  clauses: [core('3.1.3.2'), oauth('4.1.2'), oauth('4.1.3')],
  reads: ['psc/token-request'],

  findings: {
    'redirect-uri-differs': {
      says: {
        fr: 'redirect_uri de la demande de jetons n’est pas celui de la demande d’autorisation.',
        en: 'The token request’s redirect_uri is not the authorization request’s.',
      },
      fix: {
        fr: 'Renvoyez la même adresse, à l’octet près.',
        en: 'Send the same address again, byte for byte.',
      },
    },
    'grant-type-wrong': {
      says: { fr: 'grant_type vaut {actual}.', en: 'grant_type is {actual}.' },
      fix: { fr: 'Envoyez grant_type=authorization_code.', en: 'Send grant_type=authorization_code.' },
    },
    'code-reused': {
      says: {
        fr: 'Le même code a été envoyé une seconde fois.',
        en: 'The same code was sent a second time.',
      },
      fix: {
        fr: 'Oubliez le code dès le premier envoi, même quand la page est rechargée.',
        en: 'Forget the code once sent, even when the page is reloaded.',
      },
    },
  },
  judge({ preuves }) {
    const requests = ofKind<TokenRequestView>(preuves, 'psc/token-request');
    return {
      examined: requests.length,
      findings: requests.flatMap((request): readonly Finding[] => {
        const { view } = request;
        const grant = parameterOf(view, 'grant_type') ?? '';
        return [
          ...(view.redirectUriMatches === false
            ? [found('redirect-uri-differs', request, { path: 'form.redirect_uri' })]
            : []),
          ...(grant === 'authorization_code'
            ? []
            : [
                found('grant-type-wrong', request, {
                  path: 'form.grant_type',
                  expected: 'authorization_code',
                  actual: grant,
                }),
              ]),
          ...(view.replayed ? [found('code-reused', request, { path: 'form.code' })] : []),
        ];
      }),
    };
  },
};
