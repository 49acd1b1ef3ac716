import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { merkleLeaf, merkleRoot } from './merkle.ts';

/** The definition of RFC 6962, 2.1, word for word: split at the largest power of two below n. */
function byDefinition(leaves: readonly Buffer[]): Buffer {
  const [only] = leaves;
  if (only === undefined) return createHash('sha256').digest();
  if (leaves.length === 1) return only;
  let split = 1;
  while (split * 2 < leaves.length) split *= 2;
  return createHash('sha256')
    .update(Buffer.of(1))
    .update(byDefinition(leaves.slice(0, split)))
    .update(byDefinition(leaves.slice(split)))
    .digest();
}

describe('merkleRoot', () => {
  it('equals the recursive definition for any number of leaves', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 8 }), { maxLength: 70 }), (items) => {
        const leaves = items.map(merkleLeaf);
        expect(merkleRoot(leaves).equals(byDefinition(leaves))).toBe(true);
      }),
    );
  });

  it('changes when two leaves are swapped', () => {
    const [a, b] = [merkleLeaf(Buffer.of(1)), merkleLeaf(Buffer.of(2))];
    expect(merkleRoot([a, b]).equals(merkleRoot([b, a]))).toBe(false);
  });
});
