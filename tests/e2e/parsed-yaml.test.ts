import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { keyOfText, parsedTable } from '../../src/catalogue/parsed-at-build.ts';
import { parseYaml } from '../../src/catalogue/read-yaml.ts';
import { packageRoot } from '../builders/segur-cli.ts';

const table = JSON.parse(readFileSync(join(packageRoot, 'dist/catalogue', parsedTable), 'utf8')) as Readonly<
  Record<string, unknown>
>;
const files = readdirSync(join(packageRoot, 'scenarios'), { recursive: true, encoding: 'utf8' }).filter(
  (name) => name.endsWith('.yaml'),
);

describe('the table of YAML that the build parsed', () => {
  it('has every scenario and exigence of the product, with the value that its text has', () => {
    expect(files.length).toBeGreaterThan(50);
    for (const name of files) {
      const text = readFileSync(join(packageRoot, 'scenarios', name), 'utf8');
      expect(table[keyOfText(text)], name).toEqual(parseYaml(text, name).value);
    }
  });
});
