import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { beforeAll, describe, expect, it } from 'vitest';
import { coverage } from '../../src/catalogue/coverage.ts';
import { crossReferenceProblems } from '../../src/catalogue/cross-references.ts';
import { listCatalogues, loadCatalogue } from '../../src/catalogue/load-catalogue.ts';
import { loadScenarios } from '../../src/catalogue/load-scenarios.ts';
import { schemaSet } from '../../src/catalogue/schema-set.ts';
import { loadRulePacks } from '../../src/cli/load-rule-packs.ts';
import { loadRegistry } from '../../src/cli/registry.ts';
import type { Registry } from '../../src/domain/registry.ts';
import { formatLocation } from '../../src/domain/segur-error.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const schemas = schemaSet(join(root, 'schemas'));
const folder = join(root, 'scenarios/exigences');
const catalogues = listCatalogues(folder).map((id) => loadCatalogue(folder, id, schemas));
const scenarios = loadScenarios(join(root, 'scenarios'), schemas);

/** Services that have scenarios: those whose parts must all be put to use by them. */
const played = new Set(scenarios.map(({ id }) => id.split('/')[0] ?? ''));

let registry: Registry;
beforeAll(async () => {
  registry = await loadRegistry();
});

describe('scenarios', () => {
  it('name only what exists', () => {
    const problems = crossReferenceProblems(scenarios, catalogues, registry, schemas);
    expect(problems.map(({ at, code, message }) => `${formatLocation(at)} ${code} ${message}`)).toEqual([]);
  });

  it('put every fault of their service to use', () => {
    const used = new Set(
      scenarios.flatMap(({ file }) => file.steps.flatMap((step) => (step.faults ?? []).map(({ id }) => id))),
    );
    const idle = [...registry.faults.keys()].filter(
      (id) => played.has(id.split('/')[0] ?? '') && !used.has(id),
    );
    expect(idle).toEqual([]);
  });

  it('put every check of their service to use; `segur check` uses those of documents', () => {
    const used = new Set(scenarios.flatMap(({ file }) => file.judgements.map(({ check }) => check)));
    const idle = [...registry.checks.keys()].filter((id) => {
      const service = id.split('/')[0] ?? '';
      return service !== 'document' && played.has(service) && !used.has(id);
    });
    expect(idle).toEqual([]);
  });

  it.skipIf(played.size === 0)(
    'judge every preuve that the catalogue calls automatic, or the catalogue says why not',
    () => {
      const lines = catalogues.flatMap((catalogue) => coverage(catalogue, scenarios));
      const bare = lines.flatMap(({ exigence, class: found, preuves }) =>
        found === 'obsolete'
          ? []
          : preuves
              .filter((one) => one.class === 'uncovered')
              .map((one) => `${exigence.dispositif} ${exigence.id} ${one.preuve.id}`),
      );
      expect(bare).toEqual([]);
    },
  );

  it('rule packs name only checks and options that exist', () => {
    const packs = loadRulePacks(join(root, 'scenarios/packs'), join(root, 'schemas'));
    const named = packs.flatMap(({ id, severity, options }) =>
      [...Object.keys(severity ?? {}), ...Object.keys(options ?? {})].map((check) => `${id} ${check}`),
    );
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((name) => !registry.checks.has(name.split(' ')[1] ?? ''))).toEqual([]);
    const ajv = new Ajv2020({ strict: false });
    const wrong = packs.flatMap(({ id, options }) =>
      Object.entries(options ?? {}).flatMap(([check, given]) =>
        ajv.validate(registry.checks.get(check)?.options ?? true, given)
          ? []
          : [`${id} ${check}: ${ajv.errorsText()}`],
      ),
    );
    expect(wrong).toEqual([]);
  });
});
