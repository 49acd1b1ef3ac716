import type { Check } from '../../../domain/check.ts';
import type { Finding } from '../../../domain/finding.ts';
import { inCall, insiCalls } from './shared/insi-calls.ts';

/** Temps is the time of the call. */
export const check: Check = {
  title: { fr: 'Temps est l’heure de l’appel', en: 'Temps is the time of the call' },
  assertions: ['INS-WS-011'],
  clauses: [{ source: 'WSDL ServiceIdentiteCertifiee-v1', section: 'ServiceIdentiteCertifiee', trust: 'V' }],
  reads: ['insi/traits-request', 'insi/vitale-request', 'insi/verification-request'],
  findings: {
    'time-not-a-date': {
      says: {
        fr: 'Temps vaut « {actual} », qui n’est pas une date-heure',
        en: 'Temps is "{actual}", not a date-time',
      },
      fix: { fr: 'Envoyez une date-heure ISO 8601', en: 'Send an ISO 8601 date-time' },
    },
    'time-missing': {
      says: { fr: 'Temps est absent de {context}', en: 'Temps is missing from {context}' },
      fix: { fr: 'Ajoutez Temps à chaque contexte', en: 'Add Temps to each context' },
    },
  },
  judge({ preuves }) {
    const calls = insiCalls(preuves);
    return {
      examined: calls.length,
      findings: calls.flatMap((call): readonly Finding[] => {
        const { contexteBam, contexteLps } = call.view.header;
        return [
          ['ContexteBAM', contexteBam?.temps],
          ['ContexteLPS', contexteLps?.temps],
        ].flatMap(([context = '', time]): readonly Finding[] => {
          if (time === undefined)
            return [inCall(call, `Header/${context}`, { code: 'time-missing', values: { context } })];
          return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}/.test(time)
            ? []
            : [inCall(call, `Header/${context}/Temps`, { code: 'time-not-a-date', actual: time })];
        });
      }),
    };
  },
};
