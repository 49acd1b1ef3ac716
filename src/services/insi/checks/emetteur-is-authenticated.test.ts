import { expect, it } from 'vitest';
import type { Preuve } from '../../../domain/preuve.ts';
import { check } from './emetteur-is-authenticated.ts';
import { insiCall, judged } from './shared/insi.test-data.ts';

const cases: readonly (readonly [string, readonly Preuve[], number, readonly string[]])[] = [
  ['ok: a conforming call', [insiCall()], 1, []],
  ['none: nothing to examine', [], 0, []],
  ['ko: differs', [insiCall({ bam: { emetteur: 'x@y.fr' } })], 1, ['emetteur-differs']],
  [
    'ko: not the certificate',
    [insiCall({ bam: { emetteur: 'S2' }, lps: { emetteur: 'S2' } })],
    1,
    ['emetteur-not-authenticated'],
  ],
];

it.each(cases)('%s', (_label, preuves, examined, codes) => {
  expect(judged(check, preuves, {})).toEqual([examined, codes]);
});
