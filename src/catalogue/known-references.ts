import type { JsonSchema } from '../domain/json.ts';
import type { Registry } from '../domain/registry.ts';
import { canonicalId, isBenchId } from '../domain/exigence-id.ts';
import type { Problem } from './problem.ts';
import { schemaProblems } from './schema-problems.ts';
import type { SchemaSet } from './schema-set.ts';
import type { ScenarioSource } from './scenario-source.ts';
import { didYouMean } from './suggest.ts';

/** What a scenario may refer to. */
export interface Known {
  readonly registry: Registry;
  /** Canonical ids of every preuve of the catalogues at hand, any dispositif. */
  readonly preuves: ReadonlySet<string>;
  /** Kinds of preuve that exist: the bench's own and those the services declare. */
  readonly kinds: ReadonlySet<string>;
  /** `<scenario>#<step>` of every scenario. */
  readonly steps: ReadonlySet<string>;
}

/** States asked of simulators, each against the schema of its service. */
export function stateProblems(
  state: Readonly<Record<string, unknown>> | undefined,
  pointer: string,
  { source, file }: Pick<ScenarioSource, 'source' | 'file'>,
  registry: Registry,
  schemas: SchemaSet,
): readonly Problem[] {
  return Object.entries(state ?? {}).flatMap(([name, value]) => {
    const service = registry.services.get(name);
    if (service === undefined || !file.services.includes(name)) {
      return [unknownId('service', name, file.services, source.locate(pointer, name))];
    }
    return optionProblems(service.state, value, { source, pointer: `${pointer}/${name}` }, schemas);
  });
}

/** One object for all: validators are kept by the identity of their schema. */
const noOptions: JsonSchema = { type: 'object', additionalProperties: false };

/** A value holding `${...}` is only known while running: it is not judged here. */
export function optionProblems(
  schema: JsonSchema | undefined,
  value: unknown,
  place: Pick<Parameters<typeof schemaProblems>[1], 'source' | 'pointer'>,
  schemas: SchemaSet,
): readonly Problem[] {
  if (JSON.stringify(value ?? null).includes('${')) return [];
  return schemaProblems(schemas.options(schema ?? noOptions), {
    ...place,
    value: structuredClone(value ?? {}),
  });
}

export function unknownId(what: string, id: string, known: Iterable<string>, at: Problem['at']): Problem {
  return {
    code: `UNKNOWN_${what.toUpperCase().replaceAll(' ', '_')}`,
    message: `unknown ${what} "${id}"`,
    at,
    hint: didYouMean(id, known),
  };
}

/** A preuve id that neither the catalogues nor the bench's own range know. */
export function unknownPreuve(id: string, { preuves }: Known, at: Problem['at']): readonly Problem[] {
  if (isBenchId(id) || preuves.has(canonicalId(id))) return [];
  return [unknownId('preuve', id, preuves, at)];
}
