import { expect, it } from 'vitest';
import type { Preuve } from '../../../domain/preuve.ts';
import { check } from './link-names-both.ts';
import { judged, message } from './shared/pam.test-data.ts';

const cases: readonly (readonly [string, readonly Preuve[], number, readonly string[]])[] = [
  ['ok: two patients', [message('A24', ['1', '2']), message('A37', ['1', '2'])], 2, []],
  ['none: nothing sent', [], 0, []],
  ['none: another event', [message('A31', ['1'])], 0, []],
  ['ko: one patient', [message('A24', ['1'])], 1, ['second-patient-missing']],
  ['ko: none', [message('A37')], 1, ['second-patient-missing']],
  ['ko: the same twice', [message('A24', ['1', '1'])], 1, ['same-patient']],
];

it.each(cases)('%s', (_label, preuves, examined, codes) => {
  expect(judged(check, preuves, {})).toEqual([examined, codes]);
});
