import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { ScenarioFile } from '../domain/scenario.gen.ts';
import { buildPlan } from './build-plan.ts';
import { coverage } from './coverage.ts';
import { expandCases } from './expand-cases.ts';
import { explain } from './explain.ts';
import { loadCatalogue } from './load-catalogue.ts';
import { loadDossier } from './load-dossier.ts';
import { parseYaml } from './read-yaml.ts';
import { renderCoverage } from './render-coverage.ts';
import { renderExplanation } from './render-explanation.ts';
import { renderPlan } from './render-plan.ts';
import { schemaSet } from './schema-set.ts';
import { testRegistry } from './test-registry.test-support.ts';

const root = new URL('../../', import.meta.url).pathname;
const schemas = schemaSet(join(root, 'schemas'));
const catalogue = loadCatalogue(join(root, 'scenarios/exigences'), 'rem-2023-02', schemas);
const source = parseYaml(
  `id: echo/essai
title: { fr: Un essai, en: A trial }
services: [echo]
steps:
  - { id: temoin, drive: echo.dire }
  - { id: fautif, drive: echo.dire, faults: [{ id: echo/upper }], control: temoin }
judgements: [{ check: echo/heard, on: { kinds: [echo/request] }, gravite: bloquante, proves: [PSC.01.08.01] }]
`,
  'scenarios/echo/essai.yaml',
);
const { scenarios } = expandCases(source.value as ScenarioFile, source);
const folder = mkdtempSync(join(tmpdir(), 'segur-explain-'));
afterAll(() => rmSync(folder, { recursive: true }));
const path = join(folder, 'segur.yaml');
writeFileSync(
  path,
  "version: 1\nsolution: { nom: x, version: '1', editeur: y }\ncandidature: { dispositif: PFI, vague: 2 }\n",
);
const dossier = loadDossier(path, { schemas, registry: testRegistry, environment: {} });
const context = { workspace: { registry: testRegistry, scenarios }, catalogue, dossier };

describe('explain', () => {
  it.each([
    ['SC.PSC.08', 'exigence', 'Obsolète dans ce catalogue'],
    ['PSC.10', 'exigence', 'absente du dispositif PFI'],
    ['PSC.01.08.01', 'preuve', 'echo/essai'],
    ['echo/heard', 'check', 'PSC.01.08.01'],
    ['echo/upper', 'fault', 'la refuse'],
    ['echo/rotated', 'fault', "l'accepte"],
    ['echo/essai', 'scenario', 'temoin, fautif'],
    ['wrong', 'finding', 'echo/heard'],
    ['echo.dire', 'action', 'echo/essai'],
    ['echo', 'service', 'echo/request'],
  ])('tells what %s is', (id, kind, says) => {
    const [first] = explain(id, context);
    expect(first?.kind).toBe(kind);
    expect(first === undefined ? '' : renderExplanation(first, 'fr')).toContain(says);
    expect(first === undefined ? '' : renderExplanation(first, 'en')).not.toContain('undefined');
  });

  it('suggests the nearest id for a misspelt one', () => {
    expect(() => explain('echo/haerd', context)).toThrow(
      expect.objectContaining({ code: 'UNKNOWN_ID', hint: 'Did you mean "echo/heard"?' }),
    );
  });
});

describe('coverage', () => {
  it('gives each exigence the class of its weakest preuve', () => {
    const lines = coverage(catalogue, scenarios, { dispositif: 'LGC' });
    const found = (id: string): string | undefined => lines.find(({ exigence }) => exigence.id === id)?.class;
    expect(found('PSC.08')).toBe('automatic');
    expect(found('PSC.01')).toBe('uncovered');
    expect(found('PSC.10')).toBe('no-preuve');
    expect(found('PSC.05')).toBe('obsolete');
    expect(found('SSI/IE.31')).toBe('attested');
    expect(found('SSI/IE.33')).toBe('assisted');
    expect(
      coverage(catalogue, scenarios, { theme: 'iam' }).every(
        ({ exigence }) => exigence.chapitre === 'SSI/IAM',
      ),
    ).toBe(true);
    expect(renderCoverage(lines, 'fr')).toContain('LGC PSC.08: automatique');
  });
});

describe('renderPlan', () => {
  it('shows what counts, what is played, and why the rest is not', () => {
    const text = renderPlan(buildPlan({ dossier, catalogue, scenarios, seed: 's' }), 'fr');
    expect(text).toContain('HOP / PFI / vague 2');
    expect(text).toMatch(/PSC\.01 \(obligatoire\)/);
    expect(text).toContain('echo/essai: Obsolète dans ce catalogue.');
    expect(text).toContain('condition sans réponse');
  });
});
