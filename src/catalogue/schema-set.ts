import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormatsModule from 'ajv-formats';
import type { JsonSchema } from '../domain/json.ts';
import { BenchError } from '../domain/segur-error.ts';

// The package is CommonJS: its default export is the module under NodeNext.
const addFormats = addFormatsModule as unknown as (ajv: Ajv2020) => void;

export type FileSchema = 'catalogue' | 'exigences' | 'scenario' | 'dossier' | 'report';

/** Validators of the files people write; compiled once each, all errors reported. */
export interface SchemaSet {
  readonly folder: string;
  file(name: FileSchema): ValidateFunction;
  /** Any other schema (options of a service, check or fault); defaults are filled into the value it validates. */
  options(schema: JsonSchema): ValidateFunction;
}

/** `folder` holds the `*.schema.json`. */
export function schemaSet(folder: string): SchemaSet {
  const settings = {
    strict: true,
    strictRequired: false,
    allowUnionTypes: true,
    allErrors: true,
    verbose: true,
    // Most of these are compiled for a handful of values: what the optimiser gains there, it costs ten times over.
    code: { optimize: false },
    // Every schema of the product is held to the meta-schema in tests/meta.
    validateSchema: false,
  };
  const files = withFormats(new Ajv2020(settings));
  const options = withFormats(new Ajv2020({ ...settings, useDefaults: true }));
  const compiled = new Map<FileSchema, ValidateFunction>();
  return {
    folder,
    file: (name) => {
      const known = compiled.get(name);
      if (known !== undefined) return known;
      const validate = compile(files, readSchema(folder, name), name);
      compiled.set(name, validate);
      return validate;
    },
    options: (schema) => compile(options, schema, 'options'),
  };
}

function withFormats(ajv: Ajv2020): Ajv2020 {
  addFormats(ajv);
  return ajv;
}

function readSchema(folder: string, name: string): object {
  return JSON.parse(readFileSync(join(folder, `${name}.schema.json`), 'utf8')) as object;
}

function compile(ajv: Ajv2020, schema: object, name: string): ValidateFunction {
  try {
    return ajv.compile(schema);
  } catch (cause) {
    throw new BenchError('SCHEMA_BROKEN', `schema of ${name} does not compile: ${String(cause)}`, { cause });
  }
}
