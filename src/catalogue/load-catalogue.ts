import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { CatalogueFile } from '../domain/catalogue.gen.ts';
import type { ExigencesFile } from '../domain/exigences.gen.ts';
import { InputError } from '../domain/segur-error.ts';
import type { Catalogue, CatalogueExigence, CatalogueRow } from './catalogue.ts';
import { catalogueProblems } from './catalogue-problems.ts';
import { canonicalId } from '../domain/exigence-id.ts';
import { exigenceOf, inheritSocle } from './inherit-socle.ts';
import { ProblemsError, refuse, type Problem } from './problem.ts';
import { readYaml, type SourceFile } from './read-yaml.ts';
import { schemaProblems } from './schema-problems.ts';
import type { SchemaSet } from './schema-set.ts';
import { didYouMean } from './suggest.ts';

/** Ids of the catalogues found in a folder of exigences, in order. */
export function listCatalogues(exigencesFolder: string): readonly string[] {
  if (!existsSync(exigencesFolder)) return [];
  return readdirSync(exigencesFolder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(exigencesFolder, entry.name, 'catalogue.yaml')))
    .map((entry) => entry.name)
    .sort();
}

/**
 * Reads `<folder>/<id>/`: `catalogue.yaml` and every `<dispositif>[.<theme>].yaml`, socle inheritance applied.
 * Throws ProblemsError with all that is wrong in all the files.
 */
export function loadCatalogue(exigencesFolder: string, id: string, schemas: SchemaSet): Catalogue {
  const known = listCatalogues(exigencesFolder);
  if (!known.includes(id)) {
    throw new InputError('UNKNOWN_CATALOGUE', `no catalogue "${id}"`, { hint: didYouMean(id, known) });
  }
  const folder = join(exigencesFolder, id);
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort();
  const problems: Problem[] = [];
  const sources = names.flatMap((name) => readable(join(folder, name), `${id}/${name}`, problems));
  for (const source of sources) {
    const schema = schemas.file(basename(source.file) === 'catalogue.yaml' ? 'catalogue' : 'exigences');
    problems.push(...schemaProblems(schema, { source, pointer: '', value: source.value }));
  }
  refuse(problems);
  const head = sources.find((source) => basename(source.file) === 'catalogue.yaml');
  const file = head?.value as CatalogueFile;
  const rows = sources.filter((source) => source !== head).flatMap(entriesOf);
  const { exigences, problems: missing } = inherited(rows);
  const catalogue: Catalogue = {
    id: file.id,
    title: file.title,
    date: file.date,
    status: file.status,
    source: file.source,
    sha256: digest(sources),
    dispositifs: Object.fromEntries(
      Object.entries(file.dispositifs).map(([key, { couloir, title, code }]) => [
        key,
        { couloir, title, ...(code === undefined ? {} : { code }) },
      ]),
    ),
    chapitres: file.chapitres,
    conditions: file.conditions ?? {},
    exigences,
  };
  refuse([...missing, ...catalogueProblems(catalogue, id, rows)]);
  return catalogue;
}

function readable(path: string, shownAs: string, problems: Problem[]): readonly SourceFile[] {
  try {
    return [readYaml(path, shownAs)];
  } catch (error) {
    if (!(error instanceof ProblemsError)) throw error;
    problems.push(...error.problems);
    return [];
  }
}

function entriesOf(source: SourceFile): readonly CatalogueRow[] {
  const { catalogue, dispositif, exigences } = source.value as ExigencesFile;
  return exigences.map((entry, index) => ({
    entry,
    dispositif,
    catalogue,
    file: source.file,
    at: source.locate(`/exigences/${index}`),
  }));
}

function inherited(rows: readonly CatalogueRow[]): {
  readonly exigences: readonly CatalogueExigence[];
  readonly problems: readonly Problem[];
} {
  const socles = new Map(
    rows.filter((row) => row.dispositif === 'socle').map((row) => [canonicalId(row.entry.id), row.entry]),
  );
  const problems: Problem[] = [];
  const exigences: CatalogueExigence[] = [];
  for (const { entry, dispositif, at } of rows) {
    if (dispositif === 'socle') continue;
    const socle = entry.herite === undefined ? undefined : socles.get(canonicalId(entry.herite));
    if (entry.herite !== undefined && socle === undefined) {
      problems.push({
        code: 'UNKNOWN_SOCLE',
        message: `${entry.id} inherits from "${entry.herite}", which no socle file has`,
        at,
        hint: didYouMean(
          entry.herite,
          [...socles.values()].map((row) => row.id),
        ),
      });
      continue;
    }
    const made = exigenceOf(inheritSocle(entry, socle), dispositif, at);
    problems.push(...made.problems);
    if (made.exigence !== undefined) exigences.push({ exigence: made.exigence, at });
  }
  return { exigences, problems };
}

/** Names and contents, each preceded by its length: no two sets of files give the same input. */
function digest(sources: readonly SourceFile[]): string {
  const hash = createHash('sha256');
  for (const source of sources) {
    for (const part of [basename(source.file), source.text]) {
      hash.update(`${Buffer.byteLength(part)}:`).update(part);
    }
  }
  return hash.digest('hex');
}
