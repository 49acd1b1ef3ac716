import type { Check } from '../../../domain/check.ts';
import type { Finding } from '../../../domain/finding.ts';
import { inCall, traitsCalls } from './shared/insi-calls.ts';

/** The birth place sent is a COG code. */
export const check: Check = {
  title: { fr: 'Le lieu de naissance envoyé est un code COG', en: 'The birth place sent is a COG code' },
  assertions: ['INS-WS-021'],
  clauses: [{ source: 'FR Core, patient-ins', section: '99999 = inconnu', trust: 'V' }],
  reads: ['insi/traits-request'],
  findings: {
    'birth-place': {
      says: { fr: 'Le lieu de naissance vaut « {actual} »', en: 'The birth place is "{actual}"' },
      fix: {
        fr: 'Envoyez un COG de cinq caractères, ou rien',
        en: 'Send a COG of five characters, or nothing',
      },
    },
    'birth-place-unknown': {
      says: {
        fr: 'Le code 99999 (inconnu) est envoyé à INSi',
        en: 'The code 99999 (unknown) is sent to INSi',
      },
      fix: {
        fr: 'N’envoyez pas LieuNaissance quand il est inconnu',
        en: 'Do not send LieuNaissance when it is unknown',
      },
    },
  },
  judge({ preuves }) {
    const calls = traitsCalls(preuves);
    const placed = calls.filter((call) => call.view.traits?.lieuNaissance !== undefined);
    const findings = placed.flatMap((call): readonly Finding[] => {
      const place = call.view.traits?.lieuNaissance ?? '';
      const path = 'Body/RECSANSVITALE/LieuNaissance';
      if (place === '99999') return [inCall(call, path, { code: 'birth-place-unknown', actual: place })];
      return /^(\d{5}|2[AB]\d{3})$/.test(place)
        ? []
        : [inCall(call, path, { code: 'birth-place', actual: place })];
    });
    return { examined: placed.length, findings };
  },
};
