import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { InputError } from '../domain/segur-error.ts';
import { globFiles, isGlob } from './glob-files.ts';

let root = '';

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'segur-glob-'));
  mkdirSync(join(root, 'a/b'), { recursive: true });
  for (const name of ['x.xml', 'y.hl7', 'a/x.xml', 'a/b/z.xml', 'a/.hidden.xml', 'a/b/é+(1).xml']) {
    writeFileSync(join(root, name), '');
  }
});

afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

describe('globFiles', () => {
  it.each([
    ['*.xml', ['x.xml']],
    ['**/*.xml', ['a/b/z.xml', 'a/b/é+(1).xml', 'a/x.xml', 'x.xml']],
    ['a/*', ['a/x.xml']],
    ['a/.*', ['a/.hidden.xml']],
    ['?.{xml,hl7}', ['x.xml', 'y.hl7']],
    ['[x-z].xml', ['x.xml']],
    ['[!x].*', ['y.hl7']],
    ['*/b/é+(1).*', ['a/b/é+(1).xml']],
    ['nowhere/*', []],
    ['a/**', ['a/b/z.xml', 'a/b/é+(1).xml', 'a/x.xml']],
  ])('%s', (pattern, expected) => {
    expect(globFiles(`${root}/${pattern}`).map((file) => file.slice(root.length + 1))).toEqual(expected);
  });

  it('tells a pattern from a name', () => {
    expect(['a*', 'a?', '[a]', '{a,b}'].every(isGlob)).toBe(true);
    expect(isGlob('IHE_XDM (1).zip')).toBe(false);
  });

  it('refuses a range that goes backwards', () => {
    expect(() => globFiles(`${root}/[z-a].xml`)).toThrow(expect.objectContaining({ code: 'GLOB' }));
  });

  it('never breaks on what users type', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'*?[]{}!,-\\^a.x/'.split('')) }), (tail) => {
        try {
          globFiles(`${root}/*${tail.replaceAll('..', '')}`);
        } catch (error) {
          expect(error).toBeInstanceOf(InputError);
        }
      }),
      { numRuns: 500 },
    );
  });
});
