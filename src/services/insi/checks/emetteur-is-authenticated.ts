import type { Check } from '../../../domain/check.ts';
import type { Finding } from '../../../domain/finding.ts';
import { inCall, insiCalls } from './shared/insi-calls.ts';

/** Emetteur is the same everywhere and the one who authenticates. */
export const check: Check = {
  title: {
    fr: 'Emetteur est le même partout et celui qui s’authentifie',
    en: 'Emetteur is the same everywhere and the one who authenticates',
  },
  assertions: ['INS-WS-012'],
  clauses: [{ source: 'Clients publics d’INSi', section: 'échanges observés', trust: '2' }],
  reads: ['insi/traits-request', 'insi/vitale-request', 'insi/verification-request'],
  findings: {
    'emetteur-differs': {
      says: {
        fr: 'Emetteur vaut « {actual} » dans ContexteLPS et « {expected} » dans ContexteBAM',
        en: 'Emetteur is "{actual}" in ContexteLPS and "{expected}" in ContexteBAM',
      },
      fix: {
        fr: 'Envoyez la même valeur dans les deux contextes',
        en: 'Send the same value in both contexts',
      },
    },
    'emetteur-not-authenticated': {
      says: {
        fr: 'Emetteur vaut « {actual} », l’appel est authentifié par « {expected} »',
        en: 'Emetteur is "{actual}", the call is authenticated by "{expected}"',
      },
      fix: {
        fr: 'Envoyez l’OU du certificat, ou le NameID de l’assertion',
        en: 'Send the OU of the certificate, or the NameID of the assertion',
      },
    },
  },
  judge({ preuves }) {
    const calls = insiCalls(preuves);
    return {
      examined: calls.length,
      findings: calls.flatMap((call): readonly Finding[] => {
        const { contexteBam, contexteLps } = call.view.header;
        const bam = contexteBam?.emetteur;
        const lps = contexteLps?.emetteur;
        const { authentication } = call.view;
        const who = authentication.assertion?.nameId ?? authentication.certificateOrganizationalUnit;
        return [
          ...(bam === lps
            ? []
            : [
                inCall(call, 'Header/ContexteLPS/Emetteur', {
                  code: 'emetteur-differs',
                  expected: bam ?? '',
                  actual: lps ?? '',
                }),
              ]),
          ...(who === undefined || lps === undefined || lps === who
            ? []
            : [
                inCall(call, 'Header/ContexteLPS/Emetteur', {
                  code: 'emetteur-not-authenticated',
                  expected: who,
                  actual: lps,
                }),
              ]),
        ];
      }),
    };
  },
};
