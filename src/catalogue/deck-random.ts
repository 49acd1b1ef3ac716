import { createHash } from 'node:crypto';

/** Deterministic choices of one member of a deck. */
export interface DeckRandom {
  /** Integer in [0, below). */
  integer(below: number): number;
  pick<const L extends readonly [unknown, ...unknown[]]>(items: L): L[number];
  digits(count: number): string;
  /** Version 4 shape, for identifiers that must look opaque. */
  uuid(): string;
}

/** Same seed and label, same choices; another label is another stream, so that adding a member moves no other. */
export function deckRandom(seed: string, label: string): DeckRandom {
  let counter = 0;
  const next = (): Buffer => {
    counter += 1;
    return createHash('sha256')
      .update(JSON.stringify([seed, label, counter]))
      .digest();
  };
  const integer = (below: number): number => Math.floor((next().readUIntBE(0, 6) / 2 ** 48) * below);
  return {
    integer,
    pick: (items) => items[integer(items.length)] ?? items[0],
    digits: (count) => Array.from({ length: count }, () => String(integer(10))).join(''),
    uuid: () => {
      const hex = next().toString('hex');
      const variant = '89ab'.charAt(integer(4));
      return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
    },
  };
}
