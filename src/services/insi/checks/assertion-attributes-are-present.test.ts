import { expect, it } from 'vitest';
import type { Preuve } from '../../../domain/preuve.ts';
import { check } from './assertion-attributes-are-present.ts';
import { insiCall, judged } from './shared/insi.test-data.ts';

const cases: readonly (readonly [string, readonly Preuve[], number, readonly string[]])[] = [
  [
    'both',
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
  ['nothing to examine', [], 0, []],
  ['no assertion', [insiCall()], 0, []],
  [
    'one is missing',
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
