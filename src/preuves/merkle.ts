import { createHash } from 'node:crypto';

/** What a leaf starts with when it is hashed. Clause: RFC 6962, 2.1. */
export const leafPrefix = 0;

const leafPrefixBytes = Buffer.of(leafPrefix);
const nodePrefix = Buffer.of(1);

/** Hash of one leaf. Clause: RFC 6962, 2.1. */
export function merkleLeaf(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(leafPrefixBytes).update(bytes).digest();
}

/** Root over leaf hashes in order. Clause: RFC 6962, 2.1; no leaf gives the hash of nothing. */
export function merkleRoot(leaves: readonly Buffer[]): Buffer {
  if (leaves.length === 0) return createHash('sha256').digest();
  let level: readonly Buffer[] = leaves;
  // Pairing level by level and carrying an odd last node up gives the tree that the RFC defines by splitting.
  while (level.length > 1) {
    const next: Buffer[] = [];
    for (let index = 0; index < level.length; index += 2) {
      const left = level[index];
      const right = level[index + 1];
      if (left === undefined) break;
      next.push(
        right === undefined
          ? left
          : createHash('sha256').update(nodePrefix).update(left).update(right).digest(),
      );
    }
    level = next;
  }
  return level[0] ?? Buffer.alloc(32);
}
