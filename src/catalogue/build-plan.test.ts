import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Plan } from '../domain/plan.ts';
import { buildPlan } from './build-plan.ts';
import { expandCases } from './expand-cases.ts';
import { loadCatalogue } from './load-catalogue.ts';
import { loadDossier } from './load-dossier.ts';
import { parseYaml } from './read-yaml.ts';
import { schemaSet } from './schema-set.ts';
import type { ScenarioFile } from '../domain/scenario.gen.ts';
import type { ScenarioSource } from './scenario-source.ts';
import { testRegistry } from './test-registry.test-support.ts';

const root = new URL('../../', import.meta.url).pathname;
const schemas = schemaSet(join(root, 'schemas'));
const catalogue = loadCatalogue(join(root, 'scenarios/exigences'), 'rem-2023-02', schemas);
const folder = mkdtempSync(join(tmpdir(), 'segur-plan-'));
afterAll(() => rmSync(folder, { recursive: true }));

const head = `
version: 1
solution: { nom: Essai, version: '1', editeur: Test }
`;

function dossier(yaml: string): ReturnType<typeof loadDossier> {
  const path = join(folder, 'segur.yaml');
  writeFileSync(path, head + yaml);
  return loadDossier(path, { schemas, registry: testRegistry, environment: {} });
}

function scenario(yaml: string): readonly ScenarioSource[] {
  const source = parseYaml(yaml, 'scenarios/echo/essai.yaml');
  return expandCases(source.value as ScenarioFile, source).scenarios;
}

const simple = (id: string, preuve: string, more = ''): readonly ScenarioSource[] =>
  scenario(`
id: ${id}
title: { fr: x, en: x }
services: [echo]
${more}
steps: [{ id: dire, drive: echo.dire }]
judgements: [{ check: echo/heard, on: { kinds: [echo/request] }, gravite: bloquante, proves: [${preuve}] }]
`);

const plan = (yaml: string, scenarios: readonly ScenarioSource[] = [], only?: string): Plan =>
  buildPlan({
    dossier: dossier(yaml),
    catalogue,
    scenarios,
    seed: 's',
    ...(only === undefined ? {} : { only }),
  });

const reason = (made: Plan, id: string): string | undefined =>
  made.exigences.find(({ exigence }) => exigence.id === id)?.excluded?.code;

describe('buildPlan', () => {
  const lgc = 'candidature: { dispositif: LGC, vague: 2 }\n';

  it('gives each exclusion of an exigence its reason', () => {
    const made = plan(`
candidature: { dispositif: LGC, vague: 2 }
conditions: { psc-moyen-de-connexion: { valeur: false, justification: carte CPS seule } }
nonApplicables: [{ exigence: SC.SSI/IE.30, justification: pas de compte }]
`);
    expect(reason(made, 'PSC.01')).toBeUndefined();
    expect(reason(made, 'PSC.05')).toBe('obsolete');
    expect(reason(made, 'DMP/PSC.01')).toBe('condition-fausse');
    expect(reason(made, 'SSI/IE.42')).toBe('profil-non-declare');
    expect(reason(made, 'SSI/IE.30')).toBe('non-applicable-declare');
    expect(made.candidature.couloir).toBe('MDV');
  });

  it('counts an unanswered condition as true, and says so', () => {
    const found = plan(lgc).exigences.find(({ exigence }) => exigence.id === 'SSI/IE.36');
    expect(found).toMatchObject({ conditionUnanswered: true });
    expect(found?.excluded).toBeUndefined();
  });

  it('leaves vague 2 out of a vague 1 candidature', () => {
    expect(reason(plan('candidature: { dispositif: LGC, vague: 1 }\n'), 'PSC.01')).toBe('hors-vague');
  });

  it('keeps a declared profil', () => {
    const made = plan("candidature: { dispositif: LGC, vague: 2, profils: ['IE ASPM'] }\n");
    expect(reason(made, 'SSI/IE.42')).toBeUndefined();
  });

  it('skips scenarios with the reason why', () => {
    const made = plan(
      `candidature: { dispositif: PFI, vague: 2 }\nactions: { echo.etat: { unsupported: true } }\n`,
      [
        ...simple('echo/a', 'PSC.01.01.01'),
        ...simple('echo/b', 'PSC.01.08.01'),
        ...simple('echo/c', 'PSC.01.01.01', 'when: { services.echo.modes: [ciba] }'),
        ...simple('echo/d', 'DMP/PSC.01.01.01'),
        ...simple(
          'echo/e',
          'PSC.01.01.01',
          'when: { services.echo.modes: [ciba] }\nalternative: { group: g, option: ciba }',
        ),
        ...simple('echo/f', 'HX-1'),
      ],
    );
    expect(made.scenarios.map(({ id }) => id)).toEqual(['echo/a', 'echo/f']);
    expect(made.skipped.map(({ id, excluded }) => [id, excluded.code])).toEqual([
      ['echo/b', 'obsolete'],
      ['echo/c', 'setting-differs'],
      ['echo/d', 'hors-dispositif'],
      ['echo/e', 'alternative-not-chosen'],
    ]);
  });

  it('skips what has its control in a skipped scenario, and what depends on that', () => {
    const after = (id: string, control: string): readonly ScenarioSource[] =>
      scenario(`
id: ${id}
title: { fr: a, en: x }
services: [echo]
steps:
  - { id: temoin, drive: echo.dire }
  - { id: fautif, drive: echo.dire, faults: [{ id: echo/upper }], control: '${control}' }
judgements:
  - { check: echo/heard, on: { kinds: [echo/request] }, gravite: bloquante, proves: [HX-1] }
`);
    const made = plan('candidature: { dispositif: PFI, vague: 2 }\n', [
      ...after('echo/a', 'echo/b#temoin'),
      ...after('echo/b', 'echo/c#temoin'),
      ...simple('echo/c', 'PSC.01.08.01'),
      ...after('echo/d', 'temoin'),
    ]);
    expect(made.scenarios.map(({ id }) => id)).toEqual(['echo/d']);
    expect(made.skipped.map(({ id, excluded }) => [id, excluded.code])).toEqual([
      ['echo/a', 'control-excluded'],
      ['echo/b', 'control-excluded'],
      ['echo/c', 'obsolete'],
    ]);
  });

  it('fills cases in, keeps types, names rows, links faults to their control', () => {
    const made = plan(
      lgc,
      scenario(`
id: echo/essai
title: { fr: 'cas \${case.id}', en: x }
services: [echo]
cases: [{ id: un, fault: echo/upper, limit: 3 }, { id: deux, fault: echo/rotated, limit: 4 }]
steps:
  - { id: temoin, drive: echo.dire }
  - { id: fautif, drive: echo.dire, faults: [{ id: '\${case.fault}' }], control: temoin }
  - { id: etat, probe: echo.etat }
judgements:
  - { check: echo/heard, on: { kinds: [echo/request], steps: [fautif, etat] }, options: { limit: '\${case.limit}' }, gravite: bloquante, proves: [PSC.01.01.01] }
  - { check: echo/heard, on: { kinds: [echo/request], steps: [temoin] }, gravite: bloquante, proves: [PSC.01.01.01] }
`),
    );
    expect(made.scenarios.map(({ id, title }) => [id, title.fr])).toEqual([
      ['echo/essai.un', 'cas un'],
      ['echo/essai.deux', 'cas deux'],
    ]);
    const [first, second] = made.scenarios[0]?.rows ?? [];
    expect(first).toMatchObject({
      id: 'echo/essai.un/heard',
      options: { limit: 3 },
      control: ['echo/essai.un#temoin'],
      faults: ['echo/upper'],
    });
    expect(second).toMatchObject({ id: 'echo/essai.un/heard~2', control: [], faults: [] });
  });

  it.each([
    ['PSC.01', ['echo/a'], undefined],
    ['SC.PSC.01', ['echo/a'], undefined],
    ['echo/b', ['echo/b'], 'hors-only'],
    ['SSI/IE', ['echo/c'], 'hors-only'],
    ['echo', ['echo/a', 'echo/b', 'echo/c'], undefined],
    ['*IE.38*', ['echo/c'], 'hors-only'],
  ])('narrows to --only %s', (only, kept, psc01) => {
    const scenarios = [
      ...simple('echo/a', 'PSC.01.01.01'),
      ...simple('echo/b', 'PSC.01.08.01'),
      ...simple('echo/c', 'SSI/IE.38.01.01'),
    ];
    const made = plan(lgc, scenarios, only);
    expect(made.scenarios.map(({ id }) => id)).toEqual(kept);
    expect(reason(made, 'PSC.01')).toBe(psc01);
    expect(made.only).toBe(only);
  });

  it('keeps the scenario of a control with the one that needs it', () => {
    const faulted = scenario(`
id: echo/z
title: { fr: x, en: x }
services: [echo]
steps: [{ id: fautif, drive: echo.dire, faults: [{ id: echo/upper }], control: 'echo/a#dire' }]
judgements: [{ check: echo/heard, on: { kinds: [echo/request] }, gravite: bloquante, proves: [PSC.01.08.01] }]
`);
    const made = plan(lgc, [...simple('echo/a', 'PSC.01.01.01'), ...faulted], 'echo/z');
    expect(made.scenarios.map(({ id }) => id)).toEqual(['echo/a', 'echo/z']);
  });

  it('refuses an --only that names nothing', () => {
    expect(() => plan(lgc, simple('echo/a', 'PSC.01.01.01'), 'PSQ')).toThrow(/leaves nothing to do/);
  });

  it('refuses what the catalogue does not have, with the likely word', () => {
    expect(() => plan('candidature: { dispositif: LCG, vague: 2 }\n')).toThrow(/dispositif "LCG"/);
    expect(() => plan(`${lgc}conditions: { mot-de-pase-seul: true }\n`)).toThrow(
      expect.objectContaining({ hint: 'Did you mean "mot-de-passe-seul"?', code: 'UNKNOWN_CONDITION' }),
    );
  });

  it('is the same plan for the same inputs', () => {
    const scenarios = simple('echo/a', 'PSC.01.01.01');
    expect(JSON.stringify(plan(lgc, scenarios))).toBe(JSON.stringify(plan(lgc, scenarios)));
  });
});
