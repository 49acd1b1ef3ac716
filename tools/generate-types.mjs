// Writes src/domain/<name>.gen.ts from schemas/<name>.schema.json, and the elements of FHIR types; with --check, fails
// when one is stale.
import { readFileSync, readdirSync, writeFileSync, existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fhirElements } from './fhir-elements.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const check = process.argv.includes('--check');
let compile;
try {
  ({ compile } = await import('json-schema-to-typescript'));
} catch {
  // A production install has no generator and needs none: the generated files are committed.
  process.exit(0);
}

/** `oneOf: [{required: [...]}, ...]` restricts instances, not shapes: the types leave it to the validator. */
function shapes(node) {
  if (Array.isArray(node)) return node.map(shapes);
  if (node === null || typeof node !== 'object') return node;
  const { oneOf, ...rest } = node;
  const onlyRequired = Array.isArray(oneOf) && oneOf.every((item) => Object.keys(item).join() === 'required');
  const kept = oneOf === undefined || onlyRequired ? rest : { ...rest, oneOf };
  return Object.fromEntries(Object.entries(kept).map(([key, value]) => [key, shapes(value)]));
}

const stale = [];
function write(out, ts) {
  const old = existsSync(out) ? readFileSync(out, 'utf8') : '';
  if (old === ts) return;
  if (check) stale.push(out);
  else writeFileSync(out, ts);
}

write(join(root, 'src/formats/fhir/fhir-elements.gen.ts'), fhirElements());
for (const file of readdirSync(join(root, 'schemas'))
  .filter((name) => name.endsWith('.schema.json'))
  .sort()) {
  const schema = JSON.parse(readFileSync(join(root, 'schemas', file), 'utf8'));
  const name = basename(file, '.schema.json');
  const ts = await compile(shapes(schema), schema.title ?? name, {
    bannerComment: `/* Generated from schemas/${file}; run npm run generate. */`,
    additionalProperties: false,
    cwd: join(root, 'schemas'),
    unknownAny: true,
    ignoreMinAndMaxItems: true,
    format: true,
    style: { singleQuote: true, printWidth: 110 },
  });
  write(join(root, 'src/domain', `${name}.gen.ts`), ts);
}
if (stale.length > 0) {
  console.error(`Stale generated types, run npm run generate:\n  ${stale.join('\n  ')}`);
  process.exit(1);
}
