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

/** The dossier named on the command line, or that of the demo LPS, which may stand for any dispositif. */
export function readDossier(workspace: Workspace, options: Readonly<Record<string, unknown>>): Dossier {
  const dispositif = textOption(options, 'dispositif');
  if (dispositif !== undefined && options['demo'] !== true) {
    throw new InputError('DISPOSITIF', '--dispositif needs --demo', {
      hint: 'Le dispositif d’un dossier s’y écrit : candidature.dispositif.',
    });
  }
  const path =
    options['demo'] === true ? demoDossierPath() : (textOption(options, 'dossier') ?? 'segur.yaml');
  if (!existsSync(path)) {
    throw new InputError('DOSSIER_ABSENT', `no dossier at ${path}`, {
      at: { file: path },
      hint: 'Écrivez-en un avec `segur init`, nommez-le avec --dossier, ou essayez `segur run --demo`.',
    });
  }
  const dossier = loadDossier(path, {
    schemas: workspace.schemas,
    registry: workspace.registry,
    environment: process.env,
  });
  if (dispositif === undefined) return dossier;
  return standingFor(dispositif, dossier, catalogueOf(workspace, dossier.candidature.catalogue));
}

/** The same candidature for another dispositif of its catalogue; throws InputError when there is none of that name. */
export function standingFor(dispositif: string, dossier: Dossier, catalogue: Catalogue): Dossier {
  const known = catalogue.dispositifs[dispositif];
  if (known === undefined) {
    throw new InputError('DISPOSITIF', `no dispositif ${dispositif} in ${catalogue.id}`, {
      hint: `Dispositifs : ${Object.keys(catalogue.dispositifs).join(', ')}.`,
    });
  }
  return { ...dossier, candidature: { ...dossier.candidature, dispositif, couloir: known.couloir } };
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
