import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { crossReferenceProblems } from '../catalogue/cross-references.ts';
import type { Dossier } from '../catalogue/dossier.ts';
import { listCatalogues, loadCatalogue } from '../catalogue/load-catalogue.ts';
import { loadDossier } from '../catalogue/load-dossier.ts';
import { loadScenarios } from '../catalogue/load-scenarios.ts';
import { refuse } from '../catalogue/problem.ts';
import type { ScenarioSource } from '../catalogue/scenario-source.ts';
import { schemaSet, type SchemaSet } from '../catalogue/schema-set.ts';
import type { Registry } from '../domain/registry.ts';
import { InputError } from '../domain/segur-error.ts';
import { textOption } from './options.ts';
import { packageRoot } from './package-root.ts';
import { loadRegistry } from './registry.ts';

/** Everything the product ships, read and cross-checked: registry, catalogues, scenarios. */
export interface Workspace {
  readonly registry: Registry;
  readonly schemas: SchemaSet;
  readonly catalogues: readonly Catalogue[];
  readonly scenarios: readonly ScenarioSource[];
}

/** Reads all of it; throws ProblemsError with every broken file at once, before a port is opened. */
export async function loadWorkspace(): Promise<Workspace> {
  const root = packageRoot();
  const registry = await loadRegistry();
  const schemas = schemaSet(join(root, 'schemas'));
  const folder = join(root, 'scenarios', 'exigences');
  const catalogues = listCatalogues(folder).map((id) => loadCatalogue(folder, id, schemas));
  const scenarios = loadScenarios(join(root, 'scenarios'), schemas);
  refuse(crossReferenceProblems(scenarios, catalogues, registry, schemas));
  return { registry, schemas, catalogues, scenarios };
}

/** The dossier named on the command line, or that of the demo LPS. */
export function readDossier(workspace: Workspace, options: Readonly<Record<string, unknown>>): Dossier {
  const path =
    options['demo'] === true ? demoDossierPath() : (textOption(options, 'dossier') ?? 'segur.yaml');
  if (!existsSync(path)) {
    throw new InputError('DOSSIER_ABSENT', `no dossier at ${path}`, {
      at: { file: path },
      hint: 'Écrivez-en un avec `segur init`, nommez-le avec --dossier, ou essayez `segur run --demo`.',
    });
  }
  return loadDossier(path, {
    schemas: workspace.schemas,
    registry: workspace.registry,
    environment: process.env,
  });
}

/** The catalogue that a dossier names, or the newest one. */
export function catalogueOf(workspace: Workspace, id: string | undefined): Catalogue {
  const newest = [...workspace.catalogues].sort((a, b) => b.date.localeCompare(a.date))[0];
  const found = id === undefined ? newest : workspace.catalogues.find((catalogue) => catalogue.id === id);
  if (found !== undefined) return found;
  throw new InputError('CATALOGUE_UNKNOWN', `no catalogue ${id ?? ''}`, {
    hint: `Catalogues connus : ${workspace.catalogues.map((catalogue) => catalogue.id).join(', ')}.`,
  });
}

function demoDossierPath(): string {
  return join(packageRoot(), 'fixtures', 'demo', 'segur.yaml');
}
