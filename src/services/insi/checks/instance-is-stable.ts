import type { Check } from '../../../domain/check.ts';
import type { Finding } from '../../../domain/finding.ts';
import { inCall, insiCalls } from './shared/insi-calls.ts';

/** LPS/Instance is a UUID, the same in each call. */
export const check: Check = {
  title: {
    fr: 'LPS/Instance est un UUID, le même à chaque appel',
    en: 'LPS/Instance is a UUID, the same in each call',
  },
  assertions: ['INS-WS-007'],
  clauses: [{ source: 'Clients publics d’INSi', section: 'échanges observés', trust: '2' }],
  reads: ['insi/traits-request', 'insi/vitale-request', 'insi/verification-request'],
  findings: {
    'instance-not-uuid': {
      says: { fr: 'LPS/Instance vaut « {actual} »', en: 'LPS/Instance is "{actual}"' },
      fix: {
        fr: 'Envoyez un UUID canonique tiré à l’installation',
        en: 'Send a canonical UUID drawn at installation',
      },
    },
    'instance-changes': {
      says: {
        fr: 'LPS/Instance change d’un appel à l’autre : « {actual} » après « {expected} »',
        en: 'LPS/Instance changes between calls: "{actual}" after "{expected}"',
      },
      fix: { fr: 'Gardez l’UUID tiré à l’installation', en: 'Keep the UUID drawn at installation' },
    },
  },
  judge({ preuves }) {
    const calls = insiCalls(preuves);
    const first = calls[0]?.view.header.contexteLps?.instance;
    const findings = calls.flatMap((call): readonly Finding[] => {
      const instance = call.view.header.contexteLps?.instance ?? '';
      const path = 'Header/ContexteLPS/LPS/Instance';
      if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(instance))
        return [inCall(call, path, { code: 'instance-not-uuid', actual: instance })];
      return instance === first
        ? []
        : [inCall(call, path, { code: 'instance-changes', expected: first ?? '', actual: instance })];
    });
    return { examined: calls.length, findings };
  },
};
