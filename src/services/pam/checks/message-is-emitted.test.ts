import { expect, it } from 'vitest';
import type { Preuve } from '../../../domain/preuve.ts';
import { check } from './message-is-emitted.ts';
import { answered, judged, message } from './shared/pam.test-data.ts';

const done = answered('ins.modifier', { issue: 'reussie' });
const cases: readonly (readonly [string, readonly Preuve[], number, readonly string[]])[] = [
  ['ok: A31', [done, message('A31')], 1, []],
  ['ok: beside another', [message('A28'), done, message('A47')], 1, []],
  ['none: nothing asked', [message('A31')], 0, []],
  ['none: the act was refused', [answered('ins.modifier', { issue: 'refusee' })], 0, []],
  ['none: no answer', [answered('ins.modifier', { issue: 'reussie' }, 'timeout')], 0, []],
  ['none: another act', [answered('ins.creer', { issue: 'reussie' })], 0, []],
  ['ko: silence', [done], 1, ['message-missing']],
  ['ko: another event', [done, message('A08')], 1, ['message-missing']],
  ['ko: two acts, one message', [done, done, message('A31')], 2, ['message-missing']],
];

it.each(cases)('%s', (_label, preuves, examined, codes) => {
  const options = { action: 'ins.modifier', evenements: ['A31', 'A47'] };
  expect(judged(check, preuves, options)).toEqual([examined, codes]);
});
