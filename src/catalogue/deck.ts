import type { Deck } from '../domain/deck.ts';
import { deckPatients } from './deck-patients.ts';
import { deckProfessionnels, deckStructures } from './deck-professionnels.ts';

/** The cast of a seed: the same seed gives the same cast, another seed other numbers and names for every role. */
export function makeDeck(seed: string): Deck {
  const structures = deckStructures(seed);
  return {
    seed,
    structures,
    professionnels: deckProfessionnels(seed, structures),
    patients: deckPatients(seed),
  };
}
