import type { CheckedFile, CheckFinding } from '../domain/check-result.gen.ts';

/** The look of an outcome; never its only sign, the word is always beside it. */
export type Tone = 'good' | 'bad' | 'broken' | 'warn' | 'wait' | 'quiet';

/** The sign shown before the word. */
export const marks: Readonly<Record<Tone, string>> = {
  good: '✓',
  bad: '✗',
  broken: '!',
  warn: '▲',
  wait: '…',
  quiet: '–',
};

const tones: Readonly<Record<CheckedFile['outcome'] | CheckFinding['severity'], Tone>> = {
  pass: 'good',
  warn: 'warn',
  fail: 'bad',
  unexercised: 'wait',
  unusable: 'bad',
  broken: 'broken',
  ignored: 'quiet',
  error: 'bad',
  warning: 'warn',
  note: 'wait',
};

/** The tone of the outcome of a file or of the severity of a finding. */
export function toneOf(value: CheckedFile['outcome'] | CheckFinding['severity']): Tone {
  return tones[value];
}
