import type { Check } from '../../../domain/check.ts';
import type { Finding } from '../../../domain/finding.ts';
import type { AuthorizationRequestView } from '../preuves/views.ts';
import { found, ofKind, parameterOf } from './shared/exchanges.ts';
import { core, oauth } from './shared/norms.ts';

/** redirect_uri is the registered address, without fragment. */
export const check: Check = {
  title: {
    fr: 'redirect_uri est l’adresse déclarée, sans fragment',
    en: 'redirect_uri is the registered address, without fragment',
  },
  assertions: ['PSC-AR-11'],
  clauses: [core('3.1.2.1'), oauth('3.1.2'), { source: 'RFC 8252', section: '7', trust: 'R' }],
  reads: ['psc/authorization-request'],

  findings: {
    'redirect-uri-missing': {
      says: { fr: 'redirect_uri est absent de la demande.', en: 'redirect_uri is missing from the request.' },
      fix: {
        fr: 'Envoyez l’adresse de retour déclarée à Pro Santé Connect.',
        en: 'Send the callback address registered with Pro Santé Connect.',
      },
    },
    'redirect-uri-unregistered': {
      says: {
        fr: 'redirect_uri vaut {actual}, qui n’est pas une adresse déclarée.',
        en: 'redirect_uri is {actual}, which is not a registered address.',
      },
      fix: {
        fr: 'Envoyez l’adresse déclarée à l’octet près (casse, barre oblique finale, port), ou déclarez celle-ci dans services.psc.redirectUris.',
        en: 'Send the registered address byte for byte (letter case, trailing slash, port), or register this one in services.psc.redirectUris.',
      },
    },
    'redirect-uri-fragment': {
      says: { fr: 'redirect_uri porte un fragment.', en: 'redirect_uri has a fragment.' },
      fix: {
        fr: 'Retirez la partie qui suit # de l’adresse de retour.',
        en: 'Remove what follows # from the callback address.',
      },
    },
    'redirect-uri-wildcard': {
      says: { fr: 'redirect_uri contient un joker.', en: 'redirect_uri holds a wildcard.' },
      fix: {
        fr: 'Déclarez et envoyez une adresse complète, sans *.',
        en: 'Register and send a whole address, without *.',
      },
    },
    'redirect-uri-not-https': {
      says: {
        fr: 'redirect_uri n’est ni en https ni sur la machine de l’utilisateur.',
        en: 'redirect_uri is neither https nor on the user’s own machine.',
      },
      fix: {
        fr: 'Passez l’adresse de retour en https ; http n’est admissible que vers la boucle locale d’une application native.',
        en: 'Move the callback address to https; http may only be for the loopback of a native application.',
      },
    },
  },
  judge({ preuves, facts }) {
    const requests = ofKind<AuthorizationRequestView>(preuves, 'psc/authorization-request');
    const declared = facts.services['psc']?.['redirectUris'];
    const registered = Array.isArray(declared) ? declared : [];
    return {
      examined: requests.length,
      findings: requests.flatMap((request): readonly Finding[] => {
        const uri = parameterOf(request.view, 'redirect_uri');
        const at = { path: 'query.redirect_uri', actual: uri };
        if (uri === undefined) return [found('redirect-uri-missing', request, at)];
        return [
          ...(uri.includes('#') ? [found('redirect-uri-fragment', request, at)] : []),
          ...(uri.includes('*') ? [found('redirect-uri-wildcard', request, at)] : []),
          ...(/^http:/i.test(uri) && !loopback.test(uri)
            ? [found('redirect-uri-not-https', request, at)]
            : []),
          ...(registered.length > 0 && !registered.includes(uri)
            ? [found('redirect-uri-unregistered', request, at)]
            : []),
        ];
      }),
    };
  },
};

const loopback = /^http:\/\/(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?(\/|$)/i;
