import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adt, documentMessage } from '../../../../tests/builders/build-messages.ts';
import { judgeFiles } from '../../../../tests/builders/check-cases.ts';
import type { Check } from '../../../domain/check.ts';

const options = { statut: 'QUAL', environnement: 'test', changement: 'trait-complementaire', code: '904' };
const ids = readdirSync(import.meta.dirname)
  .flatMap((name) => /^((?:hl7v2|fhir|datamatrix)-[\w-]+)\.ts$/.exec(name)?.[1] ?? [])
  .sort();

async function load(id: string): Promise<Check> {
  const { check } = (await import(pathToFileURL(join(import.meta.dirname, `${id}.ts`)).href)) as {
    check: Check;
  };
  return check;
}

const member = fc.constantFrom(
  ...'identifier extension name meta entry content context code type contained author'.split(' '),
);
const bundled = fc
  .constantFrom('Patient', 'DocumentReference', 'List', 'Binary')
  .chain((resourceType) =>
    fc.dictionary(member, fc.jsonValue({ maxDepth: 3 })).map((members) => ({ ...members, resourceType })),
  );

describe('checks of messages, resources and datamatrix', () => {
  it.each(ids)('%s survives broken messages and resources', async (id) => {
    const check = await load(id);
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 100 }),
      fc
        .tuple(fc.constantFrom(adt(), documentMessage()), fc.nat(4_000), fc.uint8Array({ maxLength: 5 }))
        .map(([message, cut, junk]) => Buffer.concat([Buffer.from(message).subarray(0, cut), junk])),
      bundled.map((resource) => Buffer.from(JSON.stringify(resource))),
      fc
        .array(
          fc.oneof(
            fc.jsonValue({ maxDepth: 2 }),
            bundled.map((resource) => ({ resource })),
          ),
        )
        .map((entry) => Buffer.from(JSON.stringify({ resourceType: 'Bundle', entry }))),
    );
    fc.assert(
      fc.property(bytes, (file) => {
        expect(judgeFiles(check, [file], { options }).examined).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 60 },
    );
  });
  it.each(ids.filter((id) => id.startsWith('hl7v2-')))('%s leaves a message of 50 MB unread', async (id) => {
    const huge = Buffer.concat([Buffer.from(adt()), Buffer.alloc(50 * 1024 * 1024, 'A')]);
    expect(judgeFiles(await load(id), [huge], { options }).examined).toBe(0);
  });
});
