import type { Json, JsonObject } from '../domain/json.ts';
import type { ScenarioFile } from '../domain/scenario.gen.ts';
import type { Problem } from './problem.ts';
import type { SourceFile } from './read-yaml.ts';
import type { ScenarioSource } from './scenario-source.ts';
import { didYouMean } from './suggest.ts';

const whole = /^\$\{\s*case\.([^}\s]+)\s*\}$/;
const part = /\$\{\s*case\.([^}\s]+)\s*\}/g;

/**
 * One scenario per case, every `${case.<name>}` filled in; a text that is one expression takes the type of the
 * value. A name that the case does not give is a problem, never an empty text.
 */
export function expandCases(
  file: ScenarioFile,
  source: SourceFile,
): { readonly scenarios: readonly ScenarioSource[]; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  if (file.cases === undefined) {
    const filled = fillCase(file, {}, source, problems);
    return { scenarios: [{ id: file.id, file: filled, source }], problems };
  }
  const scenarios = file.cases.map((given) => ({
    id: `${file.id}.${given.id}`,
    file: fillCase(file, given, source, problems),
    source,
  }));
  return { scenarios, problems };
}

function fillCase(
  file: ScenarioFile,
  given: JsonObject,
  source: SourceFile,
  problems: Problem[],
): ScenarioFile {
  const fill = (value: Json, pointer: string): Json => {
    if (typeof value === 'string') return fillText(value, pointer);
    if (Array.isArray(value)) {
      return (value as readonly Json[]).map((item, index) => fill(item, `${pointer}/${index}`));
    }
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(
      Object.entries(value as JsonObject).map(([key, item]) => [key, fill(item, `${pointer}/${key}`)]),
    );
  };
  const valueOf = (name: string, pointer: string): Json => {
    const value = given[name];
    if (value !== undefined) return value;
    problems.push({
      code: 'UNKNOWN_CASE_VALUE',
      message: `\${case.${name}} is not given by ${Object.keys(given).length === 0 ? 'any case' : `case ${JSON.stringify(given['id'])}`}`,
      at: source.locate(pointer),
      hint: didYouMean(name, Object.keys(given)),
    });
    return '';
  };
  const fillText = (text: string, pointer: string): Json => {
    const single = whole.exec(text)?.[1];
    if (single !== undefined) return valueOf(single, pointer);
    return text.replace(part, (_all, name: string) => textOf(valueOf(name, pointer)));
  };
  const rest = Object.fromEntries(Object.entries(file).filter(([key]) => key !== 'cases'));
  return fill(rest, '') as unknown as ScenarioFile;
}

function textOf(value: Json): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
