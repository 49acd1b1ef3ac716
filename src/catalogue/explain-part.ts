import type { Bilingual } from '../domain/bilingual.ts';
import type { AnyCheck } from '../domain/check.ts';
import type { Fault } from '../domain/fault.ts';
import type { Action } from '../domain/pilote.ts';
import type { Registry } from '../domain/registry.ts';
import type { Service } from '../domain/service.ts';
import type { Explanation } from './explanation.ts';
import type { ScenarioSource } from './scenario-source.ts';

const same = (text: string): Bilingual => ({ fr: text, en: text });
const usedBy: Bilingual = { fr: 'Scénarios', en: 'Scenarios' };

export function explainCheck(id: string, check: AnyCheck, scenarios: readonly ScenarioSource[]): Explanation {
  const using = scenarios.filter(({ file }) => file.judgements.some((row) => row.check === id));
  const rows = using.flatMap(({ file }) => file.judgements.filter((row) => row.check === id));
  return {
    kind: 'check',
    id,
    title: check.title,
    facts: [
      { label: { fr: 'Lit', en: 'Reads' }, value: same(check.reads.join(', ')) },
      { label: { fr: 'Constats', en: 'Findings' }, value: same(Object.keys(check.findings).join(', ')) },
      { label: { fr: 'Assertions', en: 'Assertions' }, value: same(check.assertions.join(', ')) },
    ],
    clauses: check.clauses,
    links: [
      { label: usedBy, ids: using.map((scenario) => scenario.id) },
      {
        label: { fr: 'Preuves établies', en: 'Preuves it proves' },
        ids: [...new Set(rows.flatMap((row) => row.proves))],
      },
    ],
    fixes: Object.values(check.findings).map(({ fix }) => fix),
  };
}

export function explainFault(id: string, fault: Fault, scenarios: readonly ScenarioSource[]): Explanation {
  const expected =
    fault.legitimate === true
      ? { fr: "Un logiciel conforme l'accepte.", en: 'A conforming software accepts it.' }
      : { fr: 'Un logiciel conforme la refuse.', en: 'A conforming software refuses it.' };
  return {
    kind: 'fault',
    id,
    title: fault.title,
    facts: [
      { label: { fr: 'Altère', en: 'Deviates' }, value: same(fault.target) },
      { label: { fr: 'Attendu', en: 'Expected' }, value: expected },
    ],
    clauses: fault.clauses,
    links: [
      {
        label: usedBy,
        ids: scenarios
          .filter(({ file }) =>
            file.steps.some((step) => (step.faults ?? []).some((armed) => armed.id === id)),
          )
          .map((scenario) => scenario.id),
      },
    ],
    fixes: [],
  };
}

export function explainScenario({ id, file }: ScenarioSource, registry: Registry): Explanation {
  const checks = [...new Set(file.judgements.map((row) => row.check))];
  return {
    kind: 'scenario',
    id,
    title: file.title,
    facts: [
      ...(file.about === undefined ? [] : [{ label: { fr: 'Objet', en: 'About' }, value: file.about }]),
      { label: { fr: 'Services', en: 'Services' }, value: same(file.services.join(', ')) },
      { label: { fr: 'Étapes', en: 'Steps' }, value: same(file.steps.map((step) => step.id).join(', ')) },
    ],
    clauses: checks.flatMap((check) => registry.checks.get(check)?.clauses ?? []),
    links: [
      { label: { fr: 'Contrôles', en: 'Checks' }, ids: checks },
      {
        label: { fr: 'Preuves établies', en: 'Preuves it proves' },
        ids: [...new Set(file.judgements.flatMap((row) => row.proves))],
      },
    ],
    fixes: [],
  };
}

/** The finding of that code in one check; nothing when the check never says it. */
export function explainFinding(code: string, id: string, check: AnyCheck): readonly Explanation[] {
  const text = check.findings[code];
  if (text === undefined) return [];
  return [
    {
      kind: 'finding',
      id: code,
      title: text.says,
      facts: [
        {
          label: { fr: 'Contrôle', en: 'Check' },
          value: { fr: `${id} : ${check.title.fr}`, en: `${id}: ${check.title.en}` },
        },
      ],
      clauses: check.clauses,
      links: [],
      fixes: [text.fix],
    },
  ];
}

export function explainAction(action: Action, scenarios: readonly ScenarioSource[]): Explanation {
  return {
    kind: 'action',
    id: action.id,
    title: action.sentence,
    facts: [
      { label: { fr: 'Entrée', en: 'Input' }, value: same(JSON.stringify(action.input)) },
      { label: { fr: 'Sortie', en: 'Output' }, value: same(JSON.stringify(action.output)) },
    ],
    clauses: [],
    links: [
      {
        label: usedBy,
        ids: scenarios
          .filter(({ file }) =>
            file.steps.some(({ drive, probe }) => drive === action.id || probe === action.id),
          )
          .map((scenario) => scenario.id),
      },
    ],
    fixes: [],
  };
}

export function explainService(service: Service, scenarios: readonly ScenarioSource[]): Explanation {
  return {
    kind: 'service',
    id: service.name,
    title: service.title,
    facts: [
      {
        label: { fr: 'Preuves captées', en: 'Preuves captured' },
        value: same(Object.keys(service.kinds).join(', ')),
      },
    ],
    clauses: [],
    links: [
      {
        label: usedBy,
        ids: scenarios
          .filter(({ file }) => file.services.includes(service.name))
          .map((scenario) => scenario.id),
      },
    ],
    fixes: [],
  };
}
