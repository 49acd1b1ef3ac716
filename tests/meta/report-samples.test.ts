import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { schemaSet } from '../../src/catalogue/schema-set.ts';
import type { ReportFile } from '../../src/domain/report.gen.ts';
import { writeHtml } from '../../src/reporters/html/write-html.ts';
import { writeJson } from '../../src/reporters/json/write-json.ts';
import { writeJunit } from '../../src/reporters/junit/write-junit.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = join(root, 'reports/samples');

describe.each(readdirSync(folder))('report sample %s', (name) => {
  const read = (file: string): string => readFileSync(join(folder, name, file), 'utf8');
  const report = JSON.parse(read('report.json')) as ReportFile;

  it('is of the schema', () => {
    const validate = schemaSet(join(root, 'schemas')).file('report');
    expect(validate(report), JSON.stringify(validate.errors?.[0])).toBe(true);
  });

  it('is what the reporters still write, byte for byte', () => {
    expect(writeJson(report)).toBe(read('report.json'));
    expect(writeJunit(report, 'fr')).toBe(read('junit.xml'));
    expect(writeHtml(report, 'fr')).toBe(read('report.html'));
  });
});
