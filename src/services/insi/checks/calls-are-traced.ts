import type { Check } from '../../../domain/check.ts';
import type { Finding } from '../../../domain/finding.ts';
import { answers, inPreuve, isObject } from './shared/identity-states.ts';
import { insiCalls } from './shared/insi-calls.ts';

/** Each INSi call is traced with date, author and return. */
export const check: Check<{ readonly kinds: readonly string[]; readonly complet: boolean }> = {
  title: {
    fr: 'Chaque appel INSi est tracé avec sa date, son auteur et son retour',
    en: 'Each INSi call is traced with date, author and return',
  },
  assertions: ['INS-ST-010', 'INS-ST-027', 'INS-LOG-002'],
  clauses: [
    {
      source: 'REM 2023-02',
      section: 'INS/va1.06, INS/va1.35, INS/va1.38, INS/va1.49, INS/va1.63',
      trust: 'V',
    },
  ],
  reads: [
    'pilote/action',
    'pilote/probe',
    'insi/traits-request',
    'insi/vitale-request',
    'insi/verification-request',
  ],
  options: {
    type: 'object',
    required: ['kinds', 'complet'],
    properties: {
      kinds: {
        type: 'array',
        minItems: 1,
        items: { enum: ['insi/traits-request', 'insi/vitale-request', 'insi/verification-request'] },
      },
      complet: { type: 'boolean' },
    },
    additionalProperties: false,
  },
  findings: {
    'calls-not-traced': {
      says: {
        fr: 'INSi a reçu {expected} appels, le journal en a {actual}',
        en: 'INSi received {expected} calls, the journal has {actual}',
      },
      fix: {
        fr: 'Tracez chaque appel, y compris ceux qui échouent',
        en: 'Trace each call, failed ones included',
      },
    },
    'trace-incomplete': {
      says: { fr: 'La trace {rang} n’a pas {champ}', en: 'Trace {rang} lacks {champ}' },
      fix: { fr: 'Tracez date, utilisateur et code retour', en: 'Trace date, user and return code' },
    },
    'return-differs': {
      says: {
        fr: 'La trace {rang} dit {champ} = « {actual} », INSi a renvoyé « {expected} »',
        en: 'Trace {rang} says {champ} = "{actual}", INSi returned "{expected}"',
      },
      fix: {
        fr: 'Tracez le retour complet : code, et pour 00 matricule, OID et traits',
        en: 'Trace the full return: code, and on 00 matricule, OID and traits',
      },
    },
  },
  judge({ preuves, options }) {
    const calls = insiCalls(preuves).filter(({ preuve }) => options.kinds.includes(preuve.kind));
    const exported = answers(preuves)
      .filter((answer) => answer.action === 'ins.exporter-traces')
      .at(-1);
    if (exported === undefined || calls.length === 0) return { examined: 0, findings: [] };
    const natures = options.kinds.map((kind) =>
      kind === 'insi/verification-request' ? 'verification-insi' : 'recherche-insi',
    );
    const all = Array.isArray(exported.output['traces'])
      ? (exported.output['traces'] as readonly unknown[]).filter(isObject)
      : [];
    const traces = all.filter((trace) => natures.includes(trace['nature'] as never));
    const findings: Finding[] = [];
    if (traces.length < calls.length)
      findings.push(
        inPreuve(exported.preuve, 'output.traces', {
          code: 'calls-not-traced',
          expected: calls.length,
          actual: traces.length,
        }),
      );
    const recent = traces.slice(-calls.length);
    for (const [index, trace] of recent.entries()) {
      const call = calls[index];
      const path = `output.traces[${index}]`;
      for (const champ of ['date', 'utilisateur']) {
        if (typeof trace[champ] !== 'string' || trace[champ] === '')
          findings.push(
            inPreuve(exported.preuve, path, { code: 'trace-incomplete', values: { rang: index + 1, champ } }),
          );
      }
      if (call === undefined) continue;
      const { answer } = call.view;
      const expected: Readonly<Record<string, string | undefined>> = {
        codeCR: answer.verification === undefined ? answer.codeCR : undefined,
        resultat: answer.verification,
        matricule: options.complet ? answer.individu?.matricule : undefined,
        oid: options.complet ? answer.individu?.oid : undefined,
      };
      for (const [champ, value] of Object.entries(expected)) {
        if (value === undefined || trace[champ] === value) continue;
        const actual = trace[champ];
        findings.push(
          inPreuve(exported.preuve, `${path}.${champ}`, {
            code: 'return-differs',
            expected: value,
            actual: typeof actual === 'string' ? actual : '',
            values: { rang: index + 1, champ },
          }),
        );
      }
    }
    return { examined: calls.length, findings };
  },
};
