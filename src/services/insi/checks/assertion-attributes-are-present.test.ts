import { expect, it } from 'vitest';
import type { Preuve } from '../../../domain/preuve.ts';
import { check } from './assertion-attributes-are-present.ts';
import { insiCall, judged } from './shared/insi.test-data.ts';

const cases: readonly (readonly [string, readonly Preuve[], number, readonly string[]])[] = [
  [
    'ok: both',
    [
      insiCall({
        authentication: {
          modes: ['cpx'],
          assertion: {
            signature: 'valid',
            attributes: { identifiantFacturation: '1', secteurActivite: 'SA05' },
            count: 1,
          },
        },
      }),
    ],
    1,
    [],
  ],
  ['none: nothing to examine', [], 0, []],
  ['none: no assertion', [insiCall()], 0, []],
  [
    'ko: one is missing',
    [
      insiCall({
        authentication: {
          modes: ['cpx'],
          assertion: { signature: 'valid', attributes: { secteurActivite: 'SA05' }, count: 1 },
        },
      }),
    ],
    1,
    ['attribute-missing'],
  ],
];

it.each(cases)('%s', (_label, preuves, examined, codes) => {
  expect(judged(check, preuves, {})).toEqual([examined, codes]);
});
