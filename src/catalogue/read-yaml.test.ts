import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SegurError } from '../domain/segur-error.ts';
import { ProblemsError } from './problem.ts';
import { parseYaml, readYaml, shippedYaml } from './read-yaml.ts';

describe('parseYaml', () => {
  const source = parseYaml('a:\n  - b: 1\n    c/d: 2\n', 'x.yaml');

  it('leads a pointer back to its line', () => {
    expect(source.locate('/a/0/b')).toEqual({ file: 'x.yaml', line: 2, column: 5, path: '/a/0/b' });
    expect(source.locate('/a/0', 'c/d')).toMatchObject({ line: 3, column: 5 });
    expect(source.locate('/a/0/c~1d')).toMatchObject({ line: 3 });
  });

  it('falls back on the nearest parent that exists', () => {
    expect(source.locate('/a/0/missing')).toMatchObject({ line: 2, path: '/a/0/missing' });
  });

  it('leads to the same lines when the value was parsed at build time', () => {
    const shipped = shippedYaml(source.text, source.file, source.value);
    for (const [pointer, key] of [['/a/0/b'], ['/a/0', 'c/d'], ['/a/0/missing'], ['']] as const) {
      expect({ ...shipped.locate(pointer, key) }).toEqual(source.locate(pointer, key));
    }
  });

  it('tells every syntax error with its place', () => {
    let error: unknown;
    try {
      parseYaml('a: 1\na: 2\nb: [\n', 'x.yaml');
    } catch (caught) {
      error = caught;
    }
    expect(error).toBeInstanceOf(ProblemsError);
    const { problems } = error as ProblemsError;
    expect(problems.length).toBeGreaterThan(1);
    expect(problems[0]?.at).toMatchObject({ file: 'x.yaml', line: 2 });
  });

  it('refuses alias bombs, deep nesting and missing files', () => {
    const bomb = [
      'a0: &a0 [x, x]',
      ...Array.from(
        { length: 12 },
        (_, i) => `a${i + 1}: &a${i + 1} [${Array(9).fill(`*a${i}`).join(', ')}]`,
      ),
    ];
    expect(() => parseYaml(bomb.join('\n'), 'x')).toThrow(expect.objectContaining({ code: 'YAML_ALIASES' }));
    const deep = `${'['.repeat(80)}${']'.repeat(80)}`;
    expect(() => parseYaml(deep, 'x')).toThrow(expect.objectContaining({ code: 'YAML_DEPTH' }));
    const abyss = '['.repeat(50_000);
    expect(() => parseYaml(abyss, 'x')).toThrow(SegurError);
    expect(() => readYaml('/nowhere/segur.yaml')).toThrow(expect.objectContaining({ code: 'FILE_MISSING' }));
  });

  it('never throws anything but a SegurError', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom(
            'a',
            ':',
            '-',
            '[',
            ']',
            '{',
            '}',
            '&',
            '*',
            '!',
            '|',
            '>',
            '"',
            '#',
            '%',
            '\n',
            '\t',
            ' ',
            ',',
            '?',
            '0',
          ),
        }),
        (text) => {
          try {
            parseYaml(text, 'x').locate('/a/0');
          } catch (error) {
            expect(error).toBeInstanceOf(SegurError);
          }
        },
      ),
    );
  });
});
