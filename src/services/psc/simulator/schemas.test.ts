import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../domain/json.ts';
import { service } from '../service.ts';
import { defaultOptions } from './options-schema.ts';
import { readPscOptions } from './psc-options.ts';
import { defaultState, readPscState } from './psc-state.ts';

const filled = (schema: object, value: JsonObject): JsonObject => {
  const validate = new Ajv2020({ useDefaults: true, strict: true, allowUnionTypes: true }).compile(schema);
  const copy = structuredClone(value);
  if (!validate(copy)) throw new Error(JSON.stringify(validate.errors));
  return copy;
};

describe('options of services.psc', () => {
  it('mean the same whether the schema or the reader fills them', () => {
    const withoutProxy = Object.fromEntries(
      Object.entries(defaultOptions).filter(([name]) => name !== 'proxy'),
    );
    expect(filled(service.options, {})).toMatchObject(withoutProxy);
    const asked = { client: { id: 'lps' }, ports: { auth: 8443 }, proxy: { url: 'https://p' } };
    for (const options of [{}, asked]) {
      expect(readPscOptions(filled(service.options, options))).toEqual(readPscOptions(options));
    }
  });

  it.each([
    [{ regime: 'autre' }],
    [{ modes: [] }],
    [{ client: { auth: 'private_key_jwt' } }],
    [{ ports: { auth: 70_000 } }],
    [{ proxy: {} }],
    [{ inconnu: true }],
  ])('refuse %j', (options) => {
    expect(() => filled(service.options, options)).toThrow();
  });

  it('describes each option, so that a file can be commented', () => {
    const properties = service.options['properties'] as Readonly<Record<string, JsonObject>>;
    for (const [name, property] of Object.entries(properties)) {
      expect(property['description'], name).toBeTypeOf('string');
    }
  });
});

describe('state.psc', () => {
  it('has the defaults of the schema', () => {
    expect(filled(service.state, {})).toEqual({ ...defaultState });
    expect(readPscState({}, [])).toEqual(defaultState);
  });

  it('completes what a step leaves out, inner members too', () => {
    const state = readPscState({ identifiantNational: '1', jetons: { acces: 10 } }, ['1']);
    expect(state.jetons).toEqual({ ...defaultState.jetons, acces: 10 });
  });
});
