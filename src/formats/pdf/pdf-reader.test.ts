import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pdfReader } from './pdf-reader.ts';
import type { PdfValue } from './pdf-value.ts';

function plain(value: PdfValue): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (!('kind' in value)) return value.map(plain);
  switch (value.kind) {
    case 'name':
      return `/${value.name}`;
    case 'text':
      return `(${value.bytes})`;
    case 'reference':
      return `${value.object} R`;
    case 'dictionary':
      return Object.fromEntries([...value.entries].map(([key, one]) => [key, plain(one)]));
  }
}

function tokens(text: string): readonly unknown[] {
  const reader = pdfReader(text);
  const found: unknown[] = [];
  for (let token = reader.next(); token !== undefined; token = reader.next())
    found.push(token.kind === 'word' ? `#${token.word}` : plain(token.value));
  return found;
}

describe('pdfReader', () => {
  it.each<[string, readonly unknown[]]>([
    ['1 -2.5 +.5 4. true false null', [1, -2.5, 0.5, 4, true, false, null]],
    ['(a \\(b\\) (c) \\351\\n\\\r\nd)', ['(a (b) (c) é\nd)']],
    ['<48 65 6C6C6f> <9>', ['(Hello)', '(\u0090)']],
    ['/J#53 /A/B', ['/JS', '/A', '/B']],
    ['<< /A [1 2 0 R] /B << /C (x) >> >>', [{ A: [1, '2 R'], B: { C: '(x)' } }]],
    ['% said (aside\n7 0 R 7 0 RG', ['7 R', 7, 0, '#RG']],
    ['BT 0.1 0 0 1 5 6 Tm(x)Tj', ['#BT', 0.1, 0, 0, 1, 5, 6, '#Tm', '(x)', '#Tj']],
    ['<< /A 1 /B', [{ A: 1 }]],
    ['[1 [2 (3)', [[1, [2, '(3)']]]],
    ['<< 1 /A 2 >>', [{ A: 2 }]],
  ])('%s', (text, expected) => {
    expect(tokens(text)).toEqual(expected);
  });

  it('ends on any text, in time', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...Array.from('()<>[]{}/%\\ 19RaT.-\n\u0000')), maxLength: 400 }),
        (text) => {
          tokens(text);
        },
      ),
      { numRuns: 500 },
    );
    const started = performance.now();
    for (const text of [
      '('.repeat(1_000_000),
      '['.repeat(300_000),
      '<<'.repeat(300_000),
      '1 0 '.repeat(300_000),
    ])
      tokens(text);
    expect(performance.now() - started).toBeLessThan(20_000);
  });
});
