import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadRegistry } from '../../src/cli/registry.ts';
import type { Registry } from '../../src/domain/registry.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const services = join(root, 'src/services');
const names = readdirSync(services, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

let registry: Registry;
beforeAll(async () => {
  registry = await loadRegistry();
});

/** Members, deep, that look like a two-language text and lack one or repeat it. */
function halfTexts(value: unknown, path: string): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  const members = value as Readonly<Record<string, unknown>>;
  if ('fr' in members || 'en' in members) {
    const sound = [members['fr'], members['en']].every(
      (text) => typeof text === 'string' && text.trim() !== '',
    );
    return sound ? [] : [path];
  }
  return Object.entries(members).flatMap(([key, member]) => halfTexts(member, `${path}.${key}`));
}

it('have options and states whose schemas hold to the meta-schema', () => {
  const ajv = new Ajv2020({ strict: false });
  const schemas = [
    ...[...registry.checks].map(([id, { options }]) => [id, options] as const),
    ...[...registry.faults].map(([id, { options }]) => [id, options] as const),
    ...[...registry.services].flatMap(
      ([id, { options, state }]) =>
        [
          [id, options],
          [`${id} (state)`, state],
        ] as const,
    ),
  ];
  const wrong = schemas.flatMap(([id, schema]) =>
    schema === undefined || ajv.validateSchema(schema) === true ? [] : [`${id}: ${ajv.errorsText()}`],
  );
  expect(wrong).toEqual([]);
  expect(schemas.filter(([, schema]) => schema !== undefined).length).toBeGreaterThan(20);
});

describe('checks', () => {
  it('have a test of what holds and what does not', () => {
    const untested = [...registry.checks.keys()].filter((id) => {
      const [service = '', name = ''] = id.split('/');
      const file = join(services, service, 'checks', `${name}.test.ts`);
      if (!existsSync(file)) return true;
      const text = readFileSync(file, 'utf8');
      // A table that several checks share holds their cases.
      if (/^proves\w+Refusal\(check, /m.test(text)) return false;
      return !/\bok\b/.test(text) || !/\bko\b/.test(text);
    });
    expect(untested).toEqual([]);
  });

  it('say everything in French and English, and how to fix each finding', () => {
    const half = [...registry.checks].flatMap(([id, check]) => [
      ...halfTexts(check.title, `${id}.title`),
      ...halfTexts(check.findings, `${id}.findings`),
      ...Object.entries(check.findings)
        .filter(([, { fix }]) => fix.fr.trim() === '' || fix.en.trim() === '')
        .map(([code]) => `${id}.findings.${code}.fix`),
    ]);
    expect(half).toEqual([]);
  });

  it('cite at least one clause, and read kinds that some service captures', () => {
    const bench = [
      'pilote/action',
      'pilote/probe',
      'fault/delivered',
      'step/end',
      'attestation/declared',
      'file/submitted',
    ];
    const kinds = new Set([
      ...bench,
      ...[...registry.services.values()].flatMap((service) => Object.keys(service.kinds)),
    ]);
    const wrong = [...registry.checks].flatMap(([id, check]) => [
      ...(check.clauses.length === 0 ? [`${id}: no clause`] : []),
      ...check.reads.filter((kind) => !kinds.has(kind)).map((kind) => `${id}: ${kind}`),
    ]);
    expect(wrong).toEqual([]);
  });
});

describe('faults', () => {
  it('deviate an artefact that their service declares', () => {
    const wrong = [...registry.faults].filter(([id, fault]) => {
      const service = registry.services.get(id.split('/')[0] ?? '');
      return service === undefined || !(fault.target in service.targets);
    });
    expect(wrong.map(([id]) => id)).toEqual([]);
  });

  it('are named in French and English', () => {
    expect([...registry.faults].flatMap(([id, fault]) => halfTexts(fault.title, id))).toEqual([]);
  });
});

describe.each(names)('service %s', (name) => {
  it('has the same folder shape as the others', () => {
    const allowed = ['README.md', 'service.ts', 'simulator', 'faults', 'checks', 'preuves'];
    const entries = readdirSync(join(services, name)).filter((entry) => !entry.endsWith('.test.ts'));
    expect(entries.filter((entry) => !allowed.includes(entry))).toEqual([]);
    expect(entries).toEqual(expect.arrayContaining(['README.md', 'service.ts', 'checks']));
  });

  it('is named by its folder and speaks both languages', () => {
    const service = registry.services.get(name);
    expect(service?.name).toBe(name);
    expect([
      ...halfTexts(service?.title, 'title'),
      ...halfTexts(service?.kinds, 'kinds'),
      ...halfTexts(service?.targets, 'targets'),
    ]).toEqual([]);
  });
});

describe('source files', () => {
  it('hold at most 400 lines of code', () => {
    const files = readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.endsWith('.gen.ts'))
      .map((entry) => join(entry.parentPath, entry.name));
    const long = files.filter((file) => {
      const code = readFileSync(file, 'utf8')
        .split('\n')
        .filter((line) => !/^\s*($|\/\/|\/?\*)/.test(line));
      return code.length > 400;
    });
    expect(long.map((file) => relative(root, file))).toEqual([]);
  });
});
