import { expect, it } from 'vitest';
import type { Preuve } from '../../../domain/preuve.ts';
import { check } from './merged-identity-is-gone.ts';
import { answered, ins, judged } from './shared/pam.test-data.ts';

const merge = answered('ins.fusionner', { issue: 'reussie', identite: { id: '1' } });
const read = (output: Parameters<typeof answered>[1]): Preuve => answered('ins.lire', output);

const cases: readonly (readonly [string, readonly Preuve[], number, readonly string[]])[] = [
  ['ok: not found', [merge, read({ trouvee: false })], 1, []],
  ['ok: leads to the one that stays', [merge, read({ trouvee: true, identite: { id: '1' } })], 1, []],
  ['none: no merge', [read({ trouvee: true, identite: { id: '2' } })], 0, []],
  ['none: refused', [answered('ins.fusionner', { issue: 'refusee' }), read({ trouvee: false })], 0, []],
  ['none: not read', [merge], 0, []],
  ['ko: still there', [merge, read({ trouvee: true, identite: { id: '2' } })], 1, ['duplicate-alive']],
  ['ko: with its INS', [merge, read({ identite: { id: '2', ins } })], 1, ['duplicate-alive']],
];

it.each(cases)('%s', (_label, preuves, examined, codes) => {
  expect(judged(check, preuves, {})).toEqual([examined, codes]);
});
