import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ScenarioFile } from '../domain/scenario.gen.ts';
import { expandCases } from './expand-cases.ts';
import { ProblemsError, refuse, type Problem } from './problem.ts';
import { readYaml, type SourceFile } from './read-yaml.ts';
import { schemaProblems } from './schema-problems.ts';
import type { SchemaSet } from './schema-set.ts';
import type { ScenarioSource } from './scenario-source.ts';

/** Folders of `scenarios/` that hold other things. */
const notThemes: ReadonlySet<string> = new Set(['exigences', 'packs']);

/**
 * Every `<folder>/<theme>/<id>.yaml`, cases expanded, in order of id; `exigences` and `packs` are not themes.
 * Throws ProblemsError with all that is wrong in all the files, an id that is not its path included.
 */
export function loadScenarios(folder: string, schemas: SchemaSet): readonly ScenarioSource[] {
  const problems: Problem[] = [];
  const scenarios: ScenarioSource[] = [];
  for (const id of scenarioIds(folder)) {
    const source = readable(join(folder, `${id}.yaml`), `scenarios/${id}.yaml`, problems);
    if (source === undefined) continue;
    const wrong = schemaProblems(schemas.file('scenario'), { source, pointer: '', value: source.value });
    problems.push(...wrong);
    if (wrong.length > 0) continue;
    const file = source.value as ScenarioFile;
    if (file.id !== id) {
      problems.push({
        code: 'ID_IS_PATH',
        message: `id "${file.id}" in the file of "${id}"`,
        at: source.locate('/id'),
        hint: `Write id: ${id}, or rename the file.`,
      });
    }
    const expanded = expandCases(file, source);
    problems.push(...expanded.problems);
    scenarios.push(...expanded.scenarios);
  }
  refuse(problems);
  return scenarios;
}

function scenarioIds(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !notThemes.has(entry.name))
    .flatMap((theme) =>
      readdirSync(join(folder, theme.name))
        .filter((name) => name.endsWith('.yaml'))
        .map((name) => `${theme.name}/${name.slice(0, -'.yaml'.length)}`),
    )
    .sort();
}

function readable(path: string, shownAs: string, problems: Problem[]): SourceFile | undefined {
  try {
    return readYaml(path, shownAs);
  } catch (error) {
    if (!(error instanceof ProblemsError)) throw error;
    problems.push(...error.problems);
    return undefined;
  }
}
