import { readFileSync } from 'node:fs';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormatsModule from 'ajv-formats';
import type { Preuve } from '../domain/preuve.ts';
import type { RunFile } from '../domain/run.gen.ts';
import type { SealFile } from '../domain/seal.gen.ts';
import { InputError, type SourceLocation } from '../domain/segur-error.ts';

// The package is CommonJS: its default export is the module under NodeNext.
const addFormats = addFormatsModule as unknown as (ajv: Ajv2020) => void;

/** Validates each JSON of a store once, at the edge. */
export interface StoreSchemas {
  run(value: unknown, at: SourceLocation): RunFile;
  seal(value: unknown, at: SourceLocation): SealFile;
  preuve(value: unknown, at: SourceLocation): Preuve;
}

/** Compiles the three schemas; their validators throw InputError naming the file, line and member. */
export function storeSchemas(): StoreSchemas {
  const ajv = new Ajv2020({ strict: true, allErrors: false, validateSchema: false });
  addFormats(ajv);
  const run = ajv.compile<RunFile>(readSchema('run'));
  const seal = ajv.compile<SealFile>(readSchema('seal'));
  const preuve = ajv.compile<Preuve>(readSchema('preuve'));
  return {
    run: (value, at) => valid(run, value, at),
    seal: (value, at) => valid(seal, value, at),
    preuve: (value, at) => valid(preuve, value, at),
  };
}

function readSchema(name: string): object {
  const file = new URL(`../../schemas/${name}.schema.json`, import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8')) as object;
}

function valid<T>(validate: ValidateFunction<T>, value: unknown, at: SourceLocation): T {
  if (validate(value)) return value;
  const first = validate.errors?.[0];
  throw new InputError(
    'STORE_SCHEMA',
    `${first?.instancePath ?? ''} ${first?.message ?? 'is not valid'}`.trim(),
    {
      at: { ...at, path: first?.instancePath === '' ? '/' : (first?.instancePath ?? '/') },
      hint: 'The file was written by something else, or changed since: take the original store.',
    },
  );
}
