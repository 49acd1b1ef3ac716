import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormatsModule from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

const addFormats = addFormatsModule as unknown as (ajv: Ajv2020) => void;
const folder = fileURLToPath(new URL('../../schemas/', import.meta.url));
const names = readdirSync(folder)
  .filter((name) => name.endsWith('.schema.json'))
  .map((name) => name.slice(0, -'.schema.json'.length));

function validator(name: string): ValidateFunction {
  const ajv = new Ajv2020({ strict: true, strictRequired: false, allowUnionTypes: true, allErrors: true });
  addFormats(ajv);
  return ajv.compile(JSON.parse(readFileSync(join(folder, `${name}.schema.json`), 'utf8')) as object);
}

function examples(name: string, kind: 'valid' | 'invalid'): readonly string[] {
  const inside = join(folder, 'examples', name);
  if (!existsSync(inside)) return [];
  return readdirSync(inside).filter((file) => file.startsWith(`${kind}-`));
}

describe.each(names)('schema %s', (name) => {
  const validate = validator(name);
  const value = (file: string): unknown =>
    parse(readFileSync(join(folder, 'examples', name, file), 'utf8')) as unknown;

  it('has an example that holds and one that does not', () => {
    expect(examples(name, 'valid')).not.toEqual([]);
    expect(examples(name, 'invalid')).not.toEqual([]);
  });

  it('accepts its valid examples', () => {
    for (const file of examples(name, 'valid')) {
      expect({ file, valid: validate(value(file)), errors: validate.errors }).toMatchObject({ valid: true });
    }
  });

  it('refuses its invalid examples', () => {
    for (const file of examples(name, 'invalid')) {
      expect({ file, valid: validate(value(file)) }).toEqual({ file, valid: false });
    }
  });
});
