import type { Check } from '../../../domain/check.ts';
import type { Finding } from '../../../domain/finding.ts';
import type { AuthorizationResponseView } from '../preuves/views.ts';
import { answered, found, ofKind, textOf } from './shared/exchanges.ts';
import { project } from './shared/norms.ts';

/** The logs hold no token, secret or code. */
export const check: Check = {
  title: {
    fr: 'Les journaux ne contiennent ni jeton, ni secret, ni code',
    en: 'The logs hold no token, secret or code',
  },
  assertions: ['PSC-LG-01'],
  clauses: [project('PSC-LG-01')],
  reads: ['psc/authorization-response', 'pilote/action', 'file/submitted'],

  findings: {
    'token-in-logs': {
      says: {
        fr: 'Un jeton (JWT) est en clair dans les journaux.',
        en: 'A token (JWT) is in clear in the logs.',
      },
      fix: {
        fr: 'Masquez les jetons ; relevez aussi le niveau de journal des bibliothèques, qui les écrivent parfois d’elles-mêmes.',
        en: 'Mask tokens; also raise the log level of libraries, which sometimes write them by themselves.',
      },
    },
    'secret-in-logs': {
      says: {
        fr: 'Un secret du client est dans les journaux ({actual}).',
        en: 'A secret of the client is in the logs ({actual}).',
      },
      fix: {
        fr: 'Masquez client_secret et l’en-tête Authorization.',
        en: 'Mask client_secret and the Authorization header.',
      },
    },
    'code-in-logs': {
      says: {
        fr: 'Un code d’autorisation est en clair dans les journaux.',
        en: 'An authorization code is in clear in the logs.',
      },
      fix: {
        fr: 'N’écrivez pas l’adresse de retour entière dans les journaux.',
        en: 'Do not write the whole callback address to the logs.',
      },
    },
  },
  judge({ preuves, bytes }) {
    const codes = ofKind<AuthorizationResponseView>(preuves, 'psc/authorization-response').flatMap(
      ({ view }) => view.code ?? [],
    );
    const logs = [
      ...answered(preuves, 'pilote/action').flatMap((preuve) => {
        const text = textOf(preuve.view.output, 'journaux');
        return text === undefined ? [] : [{ preuve: preuve, text }];
      }),
      ...preuves
        .filter(({ kind }) => kind === 'file/submitted')
        .flatMap((preuve) => {
          const file = preuve.raw['file'];
          return file === undefined ? [] : [{ preuve, text: Buffer.from(bytes(file)).toString('utf8') }];
        }),
    ];
    return {
      examined: logs.filter(({ text }) => text !== '').length,
      findings: logs.flatMap(({ preuve, text }): readonly Finding[] => {
        const secret = /«secret:[^»]*»/.exec(text)?.[0];
        return [
          ...(/eyJ[\w-]{10,}\.[\w-]{10,}\./.test(text)
            ? [found('token-in-logs', preuve, { path: 'output.journaux' })]
            : []),
          ...(secret === undefined
            ? []
            : [found('secret-in-logs', preuve, { path: 'output.journaux', actual: secret })]),
          ...(codes.some((code) => text.includes(code))
            ? [found('code-in-logs', preuve, { path: 'output.journaux' })]
            : []),
        ];
      }),
    };
  },
};
