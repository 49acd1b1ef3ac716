import type { Check } from '../../../domain/check.ts';
import type { Finding } from '../../../domain/finding.ts';
import type { CibaRequestView } from '../preuves/views.ts';
import { found, ofKind, parameterOf } from './shared/exchanges.ts';
import { ciba, cibaPage } from './shared/norms.ts';

/** The CIBA request has one hint, the national identifier, and its parameters. */
export const check: Check = {
  title: {
    fr: 'La demande CIBA porte un seul indice, l’identifiant national, et ses paramètres',
    en: 'The CIBA request has one hint, the national identifier, and its parameters',
  },
  assertions: ['PSC-CI-01'],
  clauses: [ciba('7.1'), cibaPage],
  reads: ['psc/ciba-request'],

  findings: {
    'hint-missing': {
      says: {
        fr: 'La demande CIBA ne dit pas qui doit s’authentifier.',
        en: 'The CIBA request does not say who must authenticate.',
      },
      fix: {
        fr: 'Ajoutez login_hint avec l’identifiant national (SubjectNameID).',
        en: 'Add login_hint with the national identifier (SubjectNameID).',
      },
    },
    'hints-several': {
      says: {
        fr: 'La demande CIBA porte plusieurs indices : {actual}.',
        en: 'The CIBA request has several hints: {actual}.',
      },
      fix: { fr: 'N’envoyez que login_hint.', en: 'Send login_hint only.' },
    },
    'hint-not-national-id': {
      says: {
        fr: 'login_hint n’a pas la forme d’un identifiant national.',
        en: 'login_hint does not have the shape of a national identifier.',
      },
      fix: {
        fr: 'Envoyez 8 suivi du RPPS (12 chiffres) ou l’identifiant de structure suivi de l’identifiant interne, ni une adresse électronique ni un nom.',
        en: 'Send 8 followed by the RPPS (12 digits) or the structure identifier followed by the internal one, not an e-mail or a name.',
      },
    },
    'ciba-acr-values': {
      says: {
        fr: 'acr_values n’est pas eidas1 dans la demande CIBA.',
        en: 'acr_values is not eidas1 in the CIBA request.',
      },
      fix: { fr: 'Ajoutez acr_values=eidas1.', en: 'Add acr_values=eidas1.' },
    },
    'ciba-scope': {
      says: {
        fr: 'scope ({actual}) ne contient pas openid et scope_all.',
        en: 'scope ({actual}) does not hold openid and scope_all.',
      },
      fix: { fr: 'Envoyez scope=openid scope_all.', en: 'Send scope=openid scope_all.' },
    },
  },
  judge({ preuves }) {
    const requests = ofKind<CibaRequestView>(preuves, 'psc/ciba-request');
    return {
      examined: requests.length,
      findings: requests.flatMap((request): readonly Finding[] => {
        const { view } = request;
        const hints = ['login_hint', 'login_hint_token', 'id_token_hint'].filter(
          (name) => parameterOf(view, name) !== undefined,
        );
        const hint = parameterOf(view, 'login_hint') ?? '';
        const scope = parameterOf(view, 'scope') ?? '';
        const scopes = scope.split(' ');
        return [
          ...(hints.length === 0 ? [found('hint-missing', request, { path: 'form.login_hint' })] : []),
          ...(hints.length > 1
            ? [found('hints-several', request, { path: 'form', actual: hints.join(', ') })]
            : []),
          ...(hints.includes('login_hint') && !nationalId.test(hint)
            ? [found('hint-not-national-id', request, { path: 'form.login_hint' })]
            : []),
          ...(parameterOf(view, 'acr_values') === 'eidas1'
            ? []
            : [
                found('ciba-acr-values', request, {
                  path: 'form.acr_values',
                  expected: 'eidas1',
                  actual: parameterOf(view, 'acr_values'),
                }),
              ]),
          ...(scopes.includes('openid') && scopes.includes('scope_all')
            ? []
            : [
                found('ciba-scope', request, {
                  path: 'form.scope',
                  expected: 'openid scope_all',
                  actual: scope,
                }),
              ]),
        ];
      }),
    };
  },
};

/** 8 and the RPPS, a structure and its internal number, or an identity of the test portal. */
const nationalId = /^(\d{12}|\d{9,15}\/[\w-]+|ANS\d{4}\w*)$/;
