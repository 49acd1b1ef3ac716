import fc from 'fast-check';
import { expect, it } from 'vitest';
import { weaknessOf } from './unguessable.ts';

it.each([
  ['0123456789abcdef0123456789abcdef', [], undefined],
  ['0123456789abcdef', [], 'short'],
  ['1732550400000', [], 'clock'],
  ['6a1d2b0e-7f1c-4b8a-9a53-0c2d4e6f8a9b', [], 'uuid'],
  ['prefixe-constant-0001', ['prefixe-constant-0002'], 'short'],
  ['Zx9-_kQmA3bC7dE1fG5hJ2', [], undefined],
] as const)('%s', (value, others, expected) => {
  expect(weaknessOf(value, others)).toBe(expected);
});

it('finds no fault in 128 random bits, whatever their writing', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ minLength: 17, maxLength: 40 }),
      fc.uint8Array({ minLength: 17 }),
      (one, two) => {
        const [first, second] = [Buffer.from(one), Buffer.from(two)];
        if (first.subarray(0, 4).equals(second.subarray(0, 4))) return;
        expect(weaknessOf(first.toString('hex'), [second.toString('hex')])).toBeUndefined();
      },
    ),
    { numRuns: 200, examples: [] },
  );
});
