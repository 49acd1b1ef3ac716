import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, it } from 'vitest';
import { sampleReport } from '../../../tests/builders/build-report.ts';
import { writeJson } from './write-json.ts';

const schema = JSON.parse(
  readFileSync(new URL('../../../schemas/report.schema.json', import.meta.url), 'utf8'),
) as object;

it('holds to the schema of reports', () => {
  const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(schema);
  const valid = validate(JSON.parse(writeJson(sampleReport())));
  expect(validate.errors).toBeNull();
  expect(valid).toBe(true);
});

it('gives the same bytes whatever the order of members', () => {
  const report = sampleReport();
  const shuffled = Object.fromEntries(Object.entries(report).reverse()) as unknown as typeof report;
  expect(writeJson(shuffled)).toBe(writeJson(report));
});

it('loses nothing and ends with a line feed', () => {
  const report = sampleReport();
  const text = writeJson(report);
  expect(JSON.parse(text)).toEqual(report);
  expect(text.endsWith('}\n')).toBe(true);
});
