import type { ErrorObject, ValidateFunction } from 'ajv';
import type { Problem } from './problem.ts';
import type { SourceFile } from './read-yaml.ts';
import { didYouMean } from './suggest.ts';

/** A value inside a file: the whole of it when the pointer is empty. */
export interface Placed {
  readonly source: SourceFile;
  readonly pointer: string;
  readonly value: unknown;
  /** Pointers (from the value) whose content must not be shown. */
  readonly hidden?: readonly string[];
}

/** Every difference between a value and its schema, with its line, what was expected, and the likely spelling. */
export function schemaProblems(validate: ValidateFunction, placed: Placed): readonly Problem[] {
  if (validate(placed.value)) return [];
  return pertinent(validate.errors ?? []).map((error) => problemOf(error, placed));
}

/** Errors inside the branches of a `oneOf` are kept only for the branch the author chose by its `kind`. */
function pertinent(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  const dropped = new Set<ErrorObject>();
  for (const one of errors.filter((error) => error.keyword === 'oneOf')) {
    const inside = errors.filter(
      (error) => error !== one && !dropped.has(error) && error.schemaPath.startsWith(`${one.schemaPath}/`),
    );
    const branch = (error: ErrorObject): string =>
      error.schemaPath.slice(one.schemaPath.length + 1).split('/')[0] ?? '';
    const refused = new Set(
      inside
        .filter((error) => error.keyword === 'const' && error.instancePath === `${one.instancePath}/kind`)
        .map(branch),
    );
    const kept = inside.filter((error) => !refused.has(branch(error)) && refused.size > 0);
    for (const error of inside) if (!kept.includes(error)) dropped.add(error);
    if (kept.length > 0) dropped.add(one);
  }
  return errors.filter((error) => !dropped.has(error));
}

function problemOf(error: ErrorObject, { source, pointer, hidden = [] }: Placed): Problem {
  const show = (value: unknown): string =>
    hidden.some((secret) => `${error.instancePath}/`.startsWith(`${secret}/`))
      ? 'the value given'
      : shown(value);
  const place = `${pointer}${error.instancePath}`;
  const params = error.params as Readonly<Record<string, unknown>>;
  switch (error.keyword) {
    case 'additionalProperties': {
      const key = String(params['additionalProperty']);
      return {
        code: 'UNKNOWN_KEY',
        message: `unknown key "${key}"`,
        at: source.locate(place, key),
        hint: didYouMean(key, Object.keys(propertiesOf(error.parentSchema))),
      };
    }
    case 'required':
      return {
        code: 'MISSING_KEY',
        message: `"${String(params['missingProperty'])}" is missing`,
        at: source.locate(place),
        ...hintOf(propertiesOf(error.parentSchema)[String(params['missingProperty'])]),
      };
    case 'enum': {
      const allowed = (params['allowedValues'] as readonly unknown[]).map(String);
      return {
        code: 'WRONG_VALUE',
        message: `${show(error.data)} is none of ${allowed.join(', ')}`,
        at: source.locate(place),
        hint: didYouMean(String(error.data), allowed),
      };
    }
    case 'oneOf':
      return { code: 'WRONG_SHAPE', message: oneOfMessage(error), at: source.locate(place) };
    default:
      return {
        code: error.keyword === 'type' ? 'WRONG_TYPE' : 'WRONG_VALUE',
        message: `${show(error.data)} ${error.message ?? 'is not valid'}`,
        at: source.locate(place),
        ...hintOf(error.parentSchema),
      };
  }
}

function oneOfMessage(error: ErrorObject): string {
  const branches = Array.isArray(error.schema) ? (error.schema as readonly object[]) : [];
  const keys = branches.map((branch) => ('required' in branch ? String(branch.required) : undefined));
  if (keys.every((key) => key !== undefined)) return `exactly one of ${keys.join(', ')} is expected`;
  const kinds = branches.map(
    (branch) => (propertiesOf(branch)['kind'] as { const?: unknown } | undefined)?.const,
  );
  if (kinds.every((kind) => kind !== undefined)) {
    return `${shown(error.data)}: "kind" is expected to be one of ${kinds.map(String).join(', ')}`;
  }
  return `${shown(error.data)} has none, or several, of the shapes allowed here`;
}

function propertiesOf(schema: unknown): Readonly<Record<string, unknown>> {
  const properties = (schema as { properties?: Record<string, unknown> } | undefined)?.properties;
  return properties ?? {};
}

function hintOf(schema: unknown): { hint?: string } {
  const description = (schema as { description?: unknown } | undefined)?.description;
  return typeof description === 'string' ? { hint: description } : {};
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) as string | undefined;
  if (text === undefined) return 'nothing';
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}
