import { InputError } from '../domain/segur-error.ts';

const units: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** `500ms`, `20s`, `2m`, `4h`, `1d` in milliseconds; throws InputError on anything else. */
export function durationMs(text: string): number {
  const match = /^(\d+)(ms|s|m|h|d)$/.exec(text);
  const unit = units[match?.[2] ?? ''];
  if (match?.[1] === undefined || unit === undefined) {
    throw new InputError('DURATION', `not a duration: ${text}`, { hint: 'Write 500ms, 20s, 2m, 4h or 1d.' });
  }
  return Number(match[1]) * unit;
}
