/** The look of a verdict; never its only sign, the word is always beside it. */
export type Tone = 'good' | 'bad' | 'broken' | 'warn' | 'wait' | 'quiet';

const tones: Readonly<Record<string, Tone>> = {
  REFERENCABLE: 'good',
  NON_REFERENCABLE: 'bad',
  INCOMPLET: 'wait',
  EN_ATTENTE: 'wait',
  INDETERMINE: 'broken',
  validable: 'good',
  bloque: 'bad',
  'a-completer': 'wait',
  conforme: 'good',
  'non-conforme': 'bad',
  incomplet: 'wait',
  manquante: 'wait',
  'a-verifier': 'warn',
  'en-attente': 'warn',
  'preconisation-non-suivie': 'warn',
  indetermine: 'broken',
  pass: 'good',
  fail: 'bad',
  warn: 'warn',
  review: 'warn',
  unexercised: 'wait',
  error: 'broken',
  bloquante: 'bad',
  avertissement: 'warn',
  revue: 'warn',
};

const marks: Readonly<Record<Tone, string>> = {
  good: '✓',
  bad: '✗',
  broken: '!',
  warn: '▲',
  wait: '…',
  quiet: '–',
};

/** The tone of any value of any verdict scale; what weighs nothing is `quiet`. */
export function toneOf(value: string): Tone {
  return tones[value] ?? 'quiet';
}

/** The sign shown before the word. */
export function markOf(value: string): string {
  return marks[toneOf(value)];
}
