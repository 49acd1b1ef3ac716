import { expect, it } from 'vitest';
import type { Preuve } from '../../../domain/preuve.ts';
import { check } from './no-retry-storm.ts';
import { insiCall, judged } from './shared/insi.test-data.ts';

const cases: readonly (readonly [string, readonly Preuve[], number, readonly string[]])[] = [
  [
    'ok: a conforming call',
    [insiCall({ answer: { fault: { code: 'insi_102' } } }), insiCall({ at: 2 })],
    1,
    [],
  ],
  ['none: nothing to examine', [], 0, []],
  [
    'ko: storm',
    [
      insiCall({ answer: { fault: { code: 'insi_102' } } }),
      ...[2, 3, 4, 5, 6, 7].map((at) => insiCall({ at })),
    ],
    1,
    ['retry-storm'],
  ],
  [
    'ko: storm after an answer that never came',
    [
      insiCall({ faults: ['insi/reply-dropped'] }),
      ...[2, 3, 4, 5, 6, 7].map((at) => insiCall({ at, faults: ['insi/reply-dropped'] })),
    ],
    1,
    ['retry-storm'],
  ],
  ['none: no error', [insiCall()], 0, []],
];

it.each(cases)('%s', (_label, preuves, examined, codes) => {
  expect(judged(check, preuves, {})).toEqual([examined, codes]);
});
