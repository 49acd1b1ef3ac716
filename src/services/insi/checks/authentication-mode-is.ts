import type { Check } from '../../../domain/check.ts';
import type { Finding } from '../../../domain/finding.ts';
import { inCall, insiCalls } from './shared/insi-calls.ts';

type Options = { readonly mode: 'cpx' | 'mtls' | 'psc' };

const modes = { cpx: ['cpx'], mtls: ['mtls'], psc: ['psc-assertion', 'bearer'] } as const;

/** The call authenticates by the mode that is asked for, and by it alone. */
export const check: Check<Options> = {
  title: {
    fr: 'L’appel s’authentifie par le mode attendu',
    en: 'The call authenticates by the mode that is expected',
  },
  assertions: ['INS-WS-013'],
  clauses: [{ source: 'REM 2023-02', section: 'INS/va1.14, INS/va1.37, INS/va1.58, INS/PSC.01', trust: 'V' }],
  reads: ['insi/traits-request', 'insi/vitale-request', 'insi/verification-request'],
  options: {
    type: 'object',
    additionalProperties: false,
    required: ['mode'],
    properties: { mode: { enum: ['cpx', 'mtls', 'psc'] } },
  },
  findings: {
    'mode-differs': {
      says: {
        fr: 'L’appel s’authentifie par {actual}, {expected} était attendu',
        en: 'The call authenticates by {actual}, {expected} was expected',
      },
      fix: {
        fr: 'Employez le moyen choisi : carte CPx (cpx), certificat d’organisation (mtls), Pro Santé Connect (psc)',
        en: 'Use the means chosen: CPx card (cpx), organisation certificate (mtls), Pro Santé Connect (psc)',
      },
    },
  },
  judge({ preuves, options }) {
    const calls = insiCalls(preuves);
    const wanted: readonly string[] = modes[options.mode];
    const findings = calls.flatMap((call): readonly Finding[] => {
      const used = call.view.authentication.modes;
      if (used.length > 0 && used.every((mode) => wanted.includes(mode))) return [];
      return [
        inCall(call, 'Header/Security', {
          code: 'mode-differs',
          expected: options.mode,
          actual: used.join(', ') || '-',
        }),
      ];
    });
    return { examined: calls.length, findings };
  },
};
