import { describe, expect, it } from 'vitest';
import type { CandidatureVerdict, ChapitreVerdict, ExigenceVerdict } from '../domain/outcome.ts';
import { planned } from '../../tests/builders/build-sealed-run.ts';
import { candidatureVerdict, chapitreVerdict, verdictSentence } from './candidature-verdict.ts';
import type { JudgedExigence } from './exigence-verdict.ts';

interface Told {
  readonly verdict: ExigenceVerdict;
  readonly nature?: 'obligatoire' | 'preconisee';
  /** A decisive row ended in error, whatever the verdict says besides. */
  readonly broke?: boolean;
  readonly excluded?: boolean;
}

function judged({ verdict, nature = 'obligatoire', broke = false, excluded = false }: Told): JudgedExigence {
  const text = { fr: 'hors champ', en: 'out of scope' };
  return {
    planned: {
      ...planned('X', { nature }),
      ...(excluded ? { excluded: { code: 'non-applicable-declare', text } } : {}),
    },
    verdict,
    preuves: [],
    reasons: [],
    benchBroke: broke || verdict === 'indetermine',
  };
}

const one = (verdict: ExigenceVerdict): Told => ({ verdict });

describe('candidature', () => {
  const cases: readonly (readonly [string, readonly Told[], CandidatureVerdict])[] = [
    ['all conform', [one('conforme')], 'REFERENCABLE'],
    ['nothing counts at all', [], 'INCOMPLET'],
    ['all excluded', [{ verdict: 'non-applicable', excluded: true }], 'INCOMPLET'],
    ['one fails', [one('conforme'), one('non-conforme')], 'NON_REFERENCABLE'],
    ['a failure before what is missing', [one('incomplet'), one('non-conforme')], 'NON_REFERENCABLE'],
    ['missing before waiting', [one('a-verifier'), one('incomplet')], 'INCOMPLET'],
    ['waiting', [one('conforme'), one('a-verifier')], 'EN_ATTENTE'],
    ['the bench broke above a failure', [one('non-conforme'), one('indetermine')], 'INDETERMINE'],
    ['the bench broke above what is missing', [one('incomplet'), one('indetermine')], 'INDETERMINE'],
    ['the bench broke in the exigence that fails', [{ verdict: 'non-conforme', broke: true }], 'INDETERMINE'],
    [
      'a préconisation never blocks',
      [
        one('conforme'),
        { verdict: 'preconisation-non-suivie', nature: 'preconisee' },
        { verdict: 'incomplet', nature: 'preconisee' },
        { verdict: 'indetermine', nature: 'preconisee' },
      ],
      'REFERENCABLE',
    ],
    [
      'a claim contradicted by what was seen blocks (R4)',
      [one('conforme'), { verdict: 'non-conforme', excluded: true }],
      'NON_REFERENCABLE',
    ],
    ['only préconisations', [{ verdict: 'conforme', nature: 'preconisee' }], 'INCOMPLET'],
  ];
  it.each(cases)('%s', (_, told, expected) => {
    expect(candidatureVerdict(told.map(judged))).toBe(expected);
  });
});

describe('chapitre', () => {
  const cases: readonly (readonly [string, readonly Told[], ChapitreVerdict])[] = [
    ['all conform', [one('conforme')], 'validable'],
    ['one fails', [one('incomplet'), one('non-conforme')], 'bloque'],
    ['one missing', [one('conforme'), one('incomplet')], 'a-completer'],
    ['one to verify', [one('conforme'), one('a-verifier')], 'a-completer'],
    ['one undetermined', [one('conforme'), one('indetermine')], 'a-completer'],
    ['nothing applies', [{ verdict: 'non-applicable', excluded: true }], 'sans-objet'],
    [
      'préconisations do not hold it back',
      [one('conforme'), { verdict: 'incomplet', nature: 'preconisee' }],
      'validable',
    ],
    ['only préconisations', [{ verdict: 'preconisation-non-suivie', nature: 'preconisee' }], 'validable'],
    ['a claim contradicted by what was seen', [{ verdict: 'non-conforme', excluded: true }], 'bloque'],
  ];
  it.each(cases)('%s', (_, told, expected) => {
    expect(chapitreVerdict(told.map(judged))).toBe(expected);
  });
});

it('claims nothing beyond a narrowed run', () => {
  expect(verdictSentence('REFERENCABLE', { fr: 'REM', en: 'REM' }, 'PSC').fr).toBe(
    'Référençable selon le catalogue « REM », dans la seule limite de « PSC ».',
  );
});

it('never says "référencé", which is the word of the agency', () => {
  for (const value of [
    'REFERENCABLE',
    'NON_REFERENCABLE',
    'INCOMPLET',
    'EN_ATTENTE',
    'INDETERMINE',
  ] as const) {
    const sentence = verdictSentence(value, { fr: 'REM d’essai', en: 'Test REM' });
    expect(sentence.fr).toContain('selon le catalogue « REM d’essai »');
    expect(`${sentence.fr} ${sentence.en}`).not.toMatch(/référencée?s?\b/i);
  }
});
