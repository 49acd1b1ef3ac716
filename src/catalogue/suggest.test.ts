import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { didYouMean, suggest } from './suggest.ts';

describe('suggest', () => {
  it.each([
    ['acr-eidsa1', 'acr-eidas1'],
    ['LCG', 'LGC'],
    ['conections', 'connexions'],
    ['xyz', undefined],
  ])('%s -> %s', (word, expected) => {
    expect(suggest(word, ['acr-eidas1', 'LGC', 'connexions'])).toBe(expected);
  });

  it('finds a word that lost one letter', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{4,12}$/), fc.nat(), (word, at) => {
        const cut = at % word.length;
        expect(suggest(word.slice(0, cut) + word.slice(cut + 1), [word])).toBe(word);
      }),
    );
  });

  it('lists what is known when nothing is near', () => {
    expect(didYouMean('xyz', ['b', 'a'])).toBe('Known: a, b.');
    expect(didYouMean('xyz', [])).toBe('None is known.');
  });
});
