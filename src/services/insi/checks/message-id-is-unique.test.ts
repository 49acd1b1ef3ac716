import { expect, it } from 'vitest';
import type { Preuve } from '../../../domain/preuve.ts';
import { check } from './message-id-is-unique.ts';
import { insiCall, judged, uuid } from './shared/insi.test-data.ts';

const cases: readonly (readonly [string, readonly Preuve[], number, readonly string[]])[] = [
  ['ok: a conforming call', [insiCall(), insiCall({ messageId: `${uuid}2` })], 2, []],
  ['none: nothing to examine', [], 0, []],
  ['ko: reused on the retry', [insiCall(), insiCall({ at: 2 })], 2, ['message-id-reused']],
  ['none: one call proves nothing', [insiCall()], 0, []],
];

it.each(cases)('%s', (_label, preuves, examined, codes) => {
  expect(judged(check, preuves, {})).toEqual([examined, codes]);
});
