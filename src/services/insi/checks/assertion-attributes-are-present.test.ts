import { expect, it } from 'vitest';
import type { Preuve } from '../../../domain/preuve.ts';
import { check } from './assertion-attributes-are-present.ts';
import { cpxCall, insiCall, judged } from './shared/insi.test-data.ts';

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
  ['ok: a physician with a speciality', [cpxCall()], 1, []],
  [
    'ok: the other spelling of it',
    [
      cpxCall({
        attributes: { identifiantFacturation: '1', secteurActivite: 'SA05', CodeSpecialite: '01' },
      }),
    ],
    1,
    [],
  ],
  [
    'ok: somebody that the deck does not know',
    [cpxCall({ nameId: '0', attributes: { identifiantFacturation: '1', secteurActivite: 'SA05' } })],
    1,
    [],
  ],
  [
    'ko: a physician without',
    [cpxCall({ attributes: { identifiantFacturation: '1', secteurActivite: 'SA05' } })],
    1,
    ['speciality-missing'],
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
