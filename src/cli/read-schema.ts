import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JsonSchema } from '../domain/json.ts';
import { BenchError } from '../domain/segur-error.ts';

/** A schema that the product ships, without the address that would let a validator keep it twice. Throws BenchError. */
export function readSchema(folder: string, name: string): JsonSchema {
  try {
    const schema = JSON.parse(readFileSync(join(folder, `${name}.schema.json`), 'utf8')) as JsonSchema;
    return Object.fromEntries(Object.entries(schema).filter(([key]) => key !== '$id'));
  } catch (cause) {
    throw new BenchError('SCHEMA_BROKEN', `schema ${name} cannot be read`, { cause });
  }
}
