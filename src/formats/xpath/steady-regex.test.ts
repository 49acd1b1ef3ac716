import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSteady } from './steady-regex.ts';
import { xpathRegex } from './xpath-regex.ts';

describe('isSteady', () => {
  it.each([
    '^[0-2](\\.(0|[1-9]\\d*))*$',
    '^[0-9]{8}$',
    '^(\\d{4}-)*x',
    'abc',
    '(ab|c)*d',
    '^([A-Z]{2};)+$',
    '(a|b)+',
    '(a?b)*',
    '(x|yx*)',
    '([a-c]:|[d-f]:)*',
    '^\\p{L}*$',
    '(?:a,)*',
    '(a{1}b)*',
    '((a))+',
  ])('%s is', (pattern) => {
    expect(isSteady(xpathRegex(pattern, ''))).toBe(true);
  });

  it.each([
    '(a+)+',
    '(a*)*',
    '(a|a)*',
    '(a|ab)*',
    '(a?b?)*',
    '(\\d+)*',
    '(\\d*\\d*)*',
    '(a+b?)+',
    '(a{1,2}){1,9}',
    '(\\p{L}|\\p{N})*',
    '(.|x)*',
    '([^a]|x)*',
    '(\\w|a)*',
    '(a,?)+(a,?)+',
    'a*a*a*b',
    '(a)\\1*',
    '([\\i-[:]])*',
    '([a-m]|[k-z])*',
    '(\\s|\\n)*',
  ])('%s is not plainly', (pattern) => {
    expect(isSteady(xpathRegex(pattern, ''))).toBe(false);
  });

  it('is not with a flag by which more is the same', () => {
    expect(isSteady(xpathRegex('(a|A)*', ''))).toBe(true);
    expect(isSteady(xpathRegex('(a|A)*', 'i'))).toBe(false);
  });

  const atom = fc.constantFrom('a', 'b', '[ab]', '[^a]', '.', '\\.', '\\d', 'c');
  const { pattern } = fc.letrec<{ pattern: string; part: string }>((tie) => ({
    part: fc
      .tuple(
        fc.oneof(
          { depthSize: 'small' },
          atom,
          tie('pattern').map((one) => `(${one})`),
        ),
        fc.constantFrom('', '*', '+', '?', '{1,3}'),
      )
      .map(([one, times]) => one + times),
    pattern: fc
      .array(tie('part'), { minLength: 1, maxLength: 3 })
      .chain((parts) => fc.constantFrom(parts.join(''), parts.join('|'))),
  }));

  it('never lets through what takes long on a text of forty characters', () => {
    let steady = 0;
    fc.assert(
      fc.property(
        pattern,
        fc.array(fc.constantFrom('a', 'b', 'c', '.', '1'), { minLength: 1, maxLength: 3 }),
        (one, unit) => {
          const regex = xpathRegex(`^${one}$`, '');
          if (!isSteady(regex)) return;
          steady += 1;
          const text = `${unit.join('').repeat(40).slice(0, 40)}!`;
          const start = performance.now();
          regex.lastIndex = 0;
          regex.test(text);
          expect(performance.now() - start).toBeLessThan(500);
        },
      ),
      { numRuns: 3000, seed: 20260101 },
    );
    expect(steady).toBeGreaterThan(300);
  });
});
