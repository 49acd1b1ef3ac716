import type { Check } from '../../../domain/check.ts';
import type { Finding } from '../../../domain/finding.ts';
import type { HttpExchangeView } from '../../../domain/preuve.ts';
import type { Json, JsonObject } from '../../../domain/json.ts';
import { found, memberOf, ofKind, textOf } from './shared/exchanges.ts';

/** The traces of the Proxy e-Santé are complete. */
export const check: Check = {
  title: {
    fr: 'Les traces du Proxy e-Santé sont complètes',
    en: 'The traces of the Proxy e-Santé are complete',
  },
  assertions: ['PSC-PX-03'],
  clauses: [{ source: 'ansforge/psc-edc-proxy-esante, TraceType et tests (exemple)', trust: 'V' }],
  reads: ['psc/proxy-exchange'],

  findings: {
    'traces-missing': {
      says: { fr: '/traces ne rend aucune trace.', en: '/traces gives no trace.' },
      fix: {
        fr: 'Rendez en JSON toutes les traces de l’intervalle demandé.',
        en: 'Give in JSON all the traces of the interval asked for.',
      },
    },
    'trace-incomplete': {
      says: { fr: 'Une trace {actual} n’a pas : {expected}.', en: 'A trace {actual} lacks: {expected}.' },
      fix: {
        fr: 'Tracez IdRPPS, ipAddress, ports et timestamp toujours ; clientId, proxy_id_session et session_state hors échec ; dn en TLS mutuel ; apiRequest pour SEND.',
        en: 'Trace IdRPPS, ipAddress, ports and timestamp always; clientId, proxy_id_session and session_state except for failures; dn over mutual TLS; apiRequest for SEND.',
      },
    },
    'trace-api-unexpected': {
      says: { fr: 'Une trace {actual} porte apiRequest.', en: 'A trace {actual} has apiRequest.' },
      fix: { fr: 'Réservez apiRequest aux traces SEND.', en: 'Keep apiRequest for SEND traces.' },
    },
  },
  judge({ preuves }) {
    const calls = ofKind<HttpExchangeView & { readonly operation: string }>(
      preuves,
      'psc/proxy-exchange',
    ).filter(({ view }) => view.operation === 'proxy-traces' && view.status === 200);
    return {
      examined: calls.length,
      findings: calls.flatMap((call): readonly Finding[] => {
        const { responseJson } = call.view;
        const traces = tracesOf(responseJson);
        if (traces.length === 0) return [found('traces-missing', call)];
        const mutual = call.view.origin.startsWith('https:');
        return traces.flatMap((trace): readonly Finding[] => {
          const type = textOf(trace, 'type') ?? '';
          const lacking = [
            ...always,
            ...(type === 'CONNECT_FAILURE' ? [] : withSession),
            ...(mutual ? ['dn'] : []),
            ...(type === 'SEND' ? ['apiRequest'] : []),
          ].filter((name) => isEmpty(memberOf(trace, name)));
          return [
            ...(lacking.length === 0
              ? []
              : [
                  found('trace-incomplete', call, {
                    path: 'response',
                    expected: lacking.join(', '),
                    actual: type,
                  }),
                ]),
            ...(type !== 'SEND' && !isEmpty(memberOf(trace, 'apiRequest'))
              ? [found('trace-api-unexpected', call, { path: 'response', actual: type })]
              : []),
          ];
        });
      }),
    };
  },
};

const always = ['type', 'IdRPPS', 'ipAddress', 'ports', 'timestamp'];
const withSession = ['clientId', 'proxy_id_session', 'session_state'];

/** The contract leaves the schema open: a list, or an object that holds one. */
function tracesOf(json: Json | undefined): readonly Json[] {
  if (Array.isArray(json)) return json as readonly Json[];
  if (typeof json !== 'object' || json === null) return [];
  return Object.values(json as JsonObject).flatMap((value) =>
    Array.isArray(value) ? (value as readonly Json[]) : [],
  );
}

function isEmpty(value: Json | undefined): boolean {
  return (
    value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
  );
}
