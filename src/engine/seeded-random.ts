import { createHash } from 'node:crypto';

/** A deterministic stream in [0, 1): same seed and label, same numbers. Not for secrets. */
export function seededRandom(seed: string, label: string): () => number {
  let counter = 0;
  return () => {
    const digest = createHash('sha256').update(`${seed}|${label}|${counter}`).digest();
    counter += 1;
    return digest.readUIntBE(0, 6) / 2 ** 48;
  };
}
