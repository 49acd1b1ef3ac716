import type { Json, JsonObject, JsonSchema } from '../domain/json.ts';
import type { Action } from '../domain/pilote.ts';
import { BenchError } from '../domain/segur-error.ts';

const benchInput: JsonSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['connexion'],
  properties: {
    connexion: { type: 'string', description: 'Step whose callback address is opened.' },
    session: { type: 'string' },
  },
};

/** What the bench does by itself in the browser of a session; the software under test declares nothing for it. */
const benchActions: readonly Action[] = [
  {
    id: 'navigateur.rejouer-rappel',
    sentence: {
      fr: 'Dans le même navigateur, ouvrez de nouveau cette adresse de retour : {url}',
      en: 'In the same browser, open this callback address again: {url}',
    },
    input: benchInput,
    output: { type: 'object' },
  },
  {
    id: 'navigateur.rappel-autre-navigateur',
    sentence: {
      fr: "Dans un autre navigateur, qui n'a jamais ouvert votre logiciel, ouvrez cette adresse de retour : {url}",
      en: 'In another browser, which never opened your software, open this callback address: {url}',
    },
    input: benchInput,
    output: { type: 'object' },
  },
];

/** The verbs of the pilotage contract, `$ref` resolved, and the bench's own. Throws BenchError on a broken contract. */
export function pilotageActions(contract: unknown): ReadonlyMap<string, Action> {
  const root = contract as JsonObject;
  const actions = Object.values(root['paths'] as Readonly<Record<string, JsonObject>>).map((path) =>
    actionOf(path['post'] as JsonObject, root),
  );
  return new Map([...actions, ...benchActions].map((action) => [action.id, action]));
}

function actionOf(operation: JsonObject, root: JsonObject): Action {
  const id = operation['operationId'];
  const sentence = operation['x-humain'] as Action['sentence'] | undefined;
  if (typeof id !== 'string' || sentence === undefined) {
    throw new BenchError(
      'CONTRACT_BROKEN',
      `an operation lacks operationId or x-humain: ${JSON.stringify(id ?? null)}`,
    );
  }
  return {
    id,
    sentence,
    input: schemaAt(operation['requestBody'], root),
    output: schemaAt((operation['responses'] as JsonObject | undefined)?.['200'], root),
  };
}

function schemaAt(holder: Json | undefined, root: JsonObject): JsonSchema {
  const content = (holder as { content?: Readonly<Record<string, JsonObject>> } | undefined)?.content;
  const schema = content?.['application/json']?.['schema'];
  return schema === undefined ? { type: 'object' } : (resolved(schema, root, []) as JsonSchema);
}

function resolved(value: Json, root: JsonObject, trail: readonly string[]): Json {
  if (Array.isArray(value)) return (value as readonly Json[]).map((item) => resolved(item, root, trail));
  if (value === null || typeof value !== 'object') return value;
  const object = value as JsonObject;
  const reference = object['$ref'];
  if (typeof reference === 'string') {
    if (trail.includes(reference)) throw new BenchError('CONTRACT_BROKEN', `${reference} refers to itself`);
    return resolved(target(reference, root), root, [...trail, reference]);
  }
  return Object.fromEntries(Object.entries(object).map(([key, item]) => [key, resolved(item, root, trail)]));
}

function target(reference: string, root: JsonObject): Json {
  const found = reference
    .replace(/^#\//, '')
    .split('/')
    .reduce<Json | undefined>((value, key) => (value as JsonObject | undefined)?.[key], root);
  if (found === undefined) throw new BenchError('CONTRACT_BROKEN', `${reference} names nothing`);
  return found;
}
