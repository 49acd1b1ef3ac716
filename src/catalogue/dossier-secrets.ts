import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Json, JsonObject } from '../domain/json.ts';
import type { Problem } from './problem.ts';
import type { SourceFile } from './read-yaml.ts';

const variable = /\$\{env:([A-Za-z_][A-Za-z0-9_]*)\}/g;

/** Where values kept out of the dossier come from. */
export interface SecretSource {
  readonly source: SourceFile;
  /** Folder of the dossier: `file:` paths start there. */
  readonly folder: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/**
 * Replaces `${env:NAME}` anywhere in a text and a whole text `file:<path>` by what they name, in every member.
 * An unset variable or an unreadable file is a problem at its line; the value itself is never shown.
 */
export function fillSecrets(value: Json, pointer: string, from: SecretSource, problems: Problem[]): Json {
  if (typeof value === 'string') return fillText(value, pointer, from, problems);
  if (Array.isArray(value)) {
    return (value as readonly Json[]).map((item, index) =>
      fillSecrets(item, `${pointer}/${index}`, from, problems),
    );
  }
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value as JsonObject).map(([key, item]) => [
      key,
      fillSecrets(item, `${pointer}/${key}`, from, problems),
    ]),
  );
}

function fillText(text: string, pointer: string, from: SecretSource, problems: Problem[]): string {
  if (text.startsWith('file:')) {
    const path = text.slice('file:'.length);
    try {
      return readFileSync(resolve(from.folder, path), 'utf8').replace(/\r?\n$/, '');
    } catch {
      problems.push({
        code: 'FILE_MISSING',
        message: `file "${path}" is not readable`,
        at: from.source.locate(pointer),
        hint: 'Paths start at the folder of the dossier.',
      });
      return text;
    }
  }
  return text.replace(variable, (whole, name: string) => {
    const value = from.environment[name];
    if (value !== undefined) return value;
    problems.push({
      code: 'ENV_UNSET',
      message: `environment variable ${name} is not set`,
      at: from.source.locate(pointer),
      hint: `Set it before the command: export ${name}=...`,
    });
    return whole;
  });
}

/** A copy in which each secret member (dotted path) is the marker that stands for it everywhere. */
export function redactOptions(service: string, options: JsonObject, secrets: readonly string[]): JsonObject {
  return secrets.reduce(
    (redacted, path) => masked(redacted, path.split('.'), `«secret:${service}.${path}»`),
    options,
  );
}

function masked(object: JsonObject, [key, ...rest]: readonly string[], marker: string): JsonObject {
  if (key === undefined) return object;
  const value = object[key];
  if (value === undefined) return object;
  if (rest.length === 0) return { ...object, [key]: marker };
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return object;
  return { ...object, [key]: masked(value as JsonObject, rest, marker) };
}
