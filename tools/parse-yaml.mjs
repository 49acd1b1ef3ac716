// Writes dist/catalogue/parsed-yaml.json: the values of the YAML files that the product ships, by SHA-256 of their
// text. Run by `npm run build`, once the sources are compiled.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';

const root = fileURLToPath(new URL('..', import.meta.url));
const { parseYaml } = await import('../dist/catalogue/read-yaml.js');
const { keyOfText, parsedTable } = await import('../dist/catalogue/parsed-at-build.js');

const files = ['scenarios', 'schemas'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true })
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => join(root, folder, name)),
);
const table = {};
for (const file of files.sort()) {
  const text = readFileSync(file, 'utf8');
  const { value } = parseYaml(text, file);
  // What JSON cannot hold (a date, a binary) is left to the parser.
  if (isDeepStrictEqual(JSON.parse(JSON.stringify(value)), value)) table[keyOfText(text)] = value;
}
writeFileSync(join(root, 'dist/catalogue', parsedTable), JSON.stringify(table));
