import type { Json, JsonObject } from '../domain/json.ts';
import { InputError } from '../domain/segur-error.ts';

/** What `${...}` may name: `roles`, `etape`, `endpoints`, `deck`, by their first word or a role's name. */
export type Scope = Readonly<Record<string, Json>>;

const whole = /^\$\{([^}]+)\}$/;
const part = /\$\{([^}]+)\}/g;

/**
 * Fills `${name.path}` in every string of a value; a string that is one expression keeps the type of what it
 * names. Throws InputError naming the expression and the place when it names nothing: never an empty text.
 */
export function fillExpressions(value: Json, scope: Scope, where: string): Json {
  if (typeof value === 'string') return fillString(value, scope, where);
  if (Array.isArray(value)) {
    return (value as readonly Json[]).map((item, index) =>
      fillExpressions(item, scope, `${where}[${index}]`),
    );
  }
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value as JsonObject).map(([key, item]) => [
      key,
      fillExpressions(item, scope, `${where}.${key}`),
    ]),
  );
}

function fillString(text: string, scope: Scope, where: string): Json {
  const single = whole.exec(text)?.[1];
  if (single !== undefined) return lookUp(single, scope, where);
  return text.replace(part, (_all, path: string) => {
    const found = lookUp(path, scope, where);
    return typeof found === 'object' ? JSON.stringify(found) : String(found);
  });
}

function lookUp(path: string, scope: Scope, where: string): Json {
  let current: Json | undefined = scope;
  for (const key of path.trim().split('.')) {
    if (Array.isArray(current)) current = (current as readonly Json[])[Number(key)];
    else if (current !== null && typeof current === 'object') current = (current as JsonObject)[key];
    else current = undefined;
    if (current === undefined) {
      throw new InputError(
        path.trim().startsWith('etape.') ? 'EXPRESSION_ANSWER' : 'EXPRESSION',
        `\${${path}} names nothing, at ${where}`,
        {
          hint: `Known names: ${Object.keys(scope).sort().join(', ')}.`,
        },
      );
    }
  }
  return current;
}
