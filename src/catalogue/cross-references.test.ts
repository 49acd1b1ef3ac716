import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ScenarioFile } from '../domain/scenario.gen.ts';
import { crossReferenceProblems } from './cross-references.ts';
import { expandCases } from './expand-cases.ts';
import { loadCatalogue } from './load-catalogue.ts';
import type { Problem } from './problem.ts';
import { parseYaml } from './read-yaml.ts';
import { schemaProblems } from './schema-problems.ts';
import { schemaSet } from './schema-set.ts';
import { testRegistry } from './test-registry.test-support.ts';

const root = new URL('../../', import.meta.url).pathname;
const schemas = schemaSet(join(root, 'schemas'));
const catalogue = loadCatalogue(join(root, 'scenarios/exigences'), 'rem-2023-02', schemas);

const sound = `id: echo/essai
title: { fr: x, en: x }
services: [echo]
roles: { medecin: { cast: professionnel, role: medecin } }
state: { echo: { calm: true } }
steps:
  - { id: temoin, drive: echo.dire, with: { mot: '\${medecin.nom}' } }
  - { id: fautif, drive: echo.dire, with: { mot: '\${etape.temoin.mot}' }, faults: [{ id: echo/upper }], control: temoin }
  - { id: etat, probe: echo.etat }
  - { id: calme, silence: 1s, forbids: [echo/request] }
  - { id: fin, probe: echo.etat }
judgements:
  - check: echo/heard
    on: { kinds: [echo/request, pilote/probe], steps: [fautif, etat] }
    options: { limit: 3 }
    sauf: { wrong: information }
    gravite: bloquante
    proves: [SC.PSC.01.01.01, HX-ECHO-01]
`;

function problems(yaml: string): readonly Problem[] {
  const source = parseYaml(yaml, 'scenarios/echo/essai.yaml');
  expect(schemaProblems(schemas.file('scenario'), { source, pointer: '', value: source.value })).toEqual([]);
  const { scenarios } = expandCases(source.value as ScenarioFile, source);
  return crossReferenceProblems(scenarios, [catalogue], testRegistry, schemas);
}

describe('crossReferenceProblems', () => {
  it('finds nothing in a sound scenario', () => {
    expect(problems(sound)).toEqual([]);
  });

  it.each([
    ['check: echo/heard', 'check: echo/haerd', 'UNKNOWN_CHECK', 'Did you mean "echo/heard"?', 13],
    ['services: [echo]', 'services: [echo, ecko]', 'UNKNOWN_SERVICE', 'Did you mean "echo"?', 3],
    ['id: echo/upper', 'id: echo/uper', 'UNKNOWN_FAULT', 'Did you mean "echo/upper"?', 8],
    [
      'probe: echo.etat }\n  - { id: calme',
      'probe: echo.etta }\n  - { id: calme',
      'UNKNOWN_ACTION',
      'Did you mean "echo.etat"?',
      9,
    ],
    ['SC.PSC.01.01.01', 'PSC.01.01.99', 'UNKNOWN_PREUVE', 'Did you mean', 18],
    [
      '[echo/request, pilote/probe]',
      '[echo/request, pilote/action]',
      'KIND_NOT_READ',
      'It reads echo/request',
      14,
    ],
    [
      '[echo/request, pilote/probe]',
      '[echo/request, echo/reqest]',
      'UNKNOWN_PREUVE_KIND',
      'Did you mean "echo/request"?',
      14,
    ],
    ['limit: 3', 'limit: three', 'WRONG_TYPE', undefined, 15],
    ['limit: 3', 'limits: 3', 'UNKNOWN_KEY', 'Did you mean "limit"?', 15],
    ['wrong: information', 'worng: information', 'UNKNOWN_FINDING_CODE', 'Did you mean "wrong"?', 16],
    ['steps: [fautif, etat]', 'steps: [fautiv, etat]', 'UNKNOWN_STEP', 'Did you mean "fautif"?', 14],
    ['steps: [fautif, etat]', 'steps: [etat]', 'FAULT_FORGOTTEN', 'Name the faulted step', 14],
    [', control: temoin', '', 'CONTROL_DUE', 'Name the step', 8],
    ['control: temoin', 'control: fautif', 'CONTROL_DUE', undefined, 8],
    ['control: temoin', 'control: temoim', 'UNKNOWN_STEP', 'Did you mean', 8],
    ['  - { id: fin, probe: echo.etat }\n', '', 'PROBE_DUE', 'add a probe', 10],
    [', forbids: [echo/request]', '', 'SILENCE_OF_WHAT', undefined, 10],
    ['id: etat,', 'id: temoin,', 'DUPLICATE', undefined, 9],
    ['${medecin.nom}', '${medcin.nom}', 'EXPRESSION', 'Did you mean "medecin"?', 7],
    ['${medecin.nom}', '${medecin.nom', 'EXPRESSION', 'Write ${role.field}', 7],
    ['${etape.temoin.mot}', '${etape.fin.mot}', 'EXPRESSION', 'Known: temoin.', 8],
    ["mot: '${medecin.nom}'", 'mut: x', 'UNKNOWN_KEY', 'Did you mean "mot"?', 7],
    ['calm: true', 'calme: true', 'UNKNOWN_KEY', 'Did you mean "calm"?', 5],
    ['proves: [SC.PSC.01.01.01, HX-ECHO-01]', 'proves: [HX-ECHO-01]', 'BLOCKS_WITHOUT_RIGHT', undefined, 17],
    ['check: echo/heard', 'check: echo/guessed', 'BLOCKS_WITHOUT_RIGHT', 'Lower the gravité', 17],
  ])('%s -> %s gives %s', (from, to, code, hint, line) => {
    expect(sound).toContain(from);
    const found = problems(sound.replace(from, to)).find((problem) => problem.code === code);
    expect(found).toBeDefined();
    expect(found?.at.line).toBe(line);
    if (hint !== undefined) expect(found?.hint).toContain(hint);
  });

  it('lets a legitimate fault go without control, and an exigence give the right to block', () => {
    expect(problems(sound.replace('echo/upper }], control: temoin', 'echo/rotated }]'))).toEqual([]);
    const founded = sound
      .replace('echo/heard', 'echo/guessed')
      .replace('gravite:', 'fonde: exigence\n    gravite:');
    expect(problems(founded)).toEqual([]);
  });
});
