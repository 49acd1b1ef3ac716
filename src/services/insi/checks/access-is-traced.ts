import type { Check } from '../../../domain/check.ts';

import { answers, inPreuve, isObject } from './shared/identity-states.ts';

/** Accesses are traced with date and user. */
export const check: Check<{ readonly nature: string; readonly champs: readonly string[] }> = {
  title: {
    fr: 'Les accès sont tracés avec date et utilisateur',
    en: 'Accesses are traced with date and user',
  },
  assertions: ['INS-LOG-001', 'INS-LOG-003'],
  clauses: [{ source: 'REM 2023-02', section: 'INS/va1.27, INS/va1.39, INS/va1.46', trust: 'V' }],
  reads: ['pilote/action', 'pilote/probe'],
  options: {
    type: 'object',
    required: ['nature', 'champs'],
    properties: {
      nature: { type: 'string' },
      champs: { type: 'array', minItems: 1, items: { type: 'string' } },
    },
    additionalProperties: false,
  },
  findings: {
    'access-not-traced': {
      says: { fr: 'Aucune trace de nature {expected}', en: 'No trace of kind {expected}' },
      fix: { fr: 'Tracez ces accès', en: 'Trace these accesses' },
    },
    'trace-incomplete': {
      says: {
        fr: 'Une trace de nature {nature} n’a pas {champ}',
        en: 'A trace of kind {nature} lacks {champ}',
      },
      fix: { fr: 'Complétez la trace', en: 'Complete the trace' },
    },
  },
  judge({ preuves, options }) {
    const exported = answers(preuves)
      .filter((answer) => answer.action === 'ins.exporter-traces')
      .at(-1);
    if (exported === undefined) return { examined: 0, findings: [] };
    const all = Array.isArray(exported.output['traces'])
      ? (exported.output['traces'] as readonly unknown[]).filter(isObject)
      : [];
    const traces = all.filter((trace) => trace['nature'] === options.nature);
    if (traces.length === 0)
      return {
        examined: 1,
        findings: [
          inPreuve(exported.preuve, 'output.traces', { code: 'access-not-traced', expected: options.nature }),
        ],
      };
    const findings = options.champs
      .filter((champ) => traces.some((trace) => typeof trace[champ] !== 'string' || trace[champ] === ''))
      .map((champ) =>
        inPreuve(exported.preuve, 'output.traces', {
          code: 'trace-incomplete',
          values: { nature: options.nature, champ },
        }),
      );
    return { examined: traces.length, findings };
  },
};
