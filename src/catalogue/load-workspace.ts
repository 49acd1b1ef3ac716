import { join } from 'node:path';
import type { Registry } from '../domain/registry.ts';
import type { Catalogue } from './catalogue.ts';
import { crossReferenceProblems } from './cross-references.ts';
import { listCatalogues, loadCatalogue } from './load-catalogue.ts';
import { loadScenarios } from './load-scenarios.ts';
import { refuse } from './problem.ts';
import { schemaSet, type SchemaSet } from './schema-set.ts';
import type { ScenarioSource } from './scenario-source.ts';

/** What the product knows before any dossier: catalogues and scenarios that hold together. */
export interface Workspace {
  readonly schemas: SchemaSet;
  readonly catalogues: readonly Catalogue[];
  readonly scenarios: readonly ScenarioSource[];
  readonly registry: Registry;
}

/**
 * Reads every catalogue and scenario under `root` (the folder of `scenarios/` and `schemas/`) and checks all they
 * name. Throws ProblemsError with every problem at once.
 */
export function loadWorkspace(root: string, registry: Registry): Workspace {
  const schemas = schemaSet(join(root, 'schemas'));
  const exigences = join(root, 'scenarios', 'exigences');
  const catalogues = listCatalogues(exigences).map((id) => loadCatalogue(exigences, id, schemas));
  const scenarios = loadScenarios(join(root, 'scenarios'), schemas);
  refuse(crossReferenceProblems(scenarios, catalogues, registry, schemas));
  return { schemas, catalogues, scenarios, registry };
}
