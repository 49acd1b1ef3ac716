import { expect, it } from 'vitest';
import type { PiloteView, Preuve } from '../../../domain/preuve.ts';
import { check } from './linked-identities-stay-apart.ts';
import { ins, judged, searched, sent } from './shared/pam.test-data.ts';

const link = sent({ evenement: 'A24', autreRole: 'flux-2', autreIpp: 'SEGUR-flux-2' });
const end = sent({ evenement: 'A37', autreRole: 'flux-2', autreIpp: 'SEGUR-flux-2' });
const one = (more: object = {}): Preuve<PiloteView> =>
  searched('ZZTEST-UN', ['ZZTEST-UN'], { id: '1', ins, ...more });
const two = (more: object = {}): Preuve<PiloteView> =>
  searched('ZZTEST-DEUX', ['ZZTEST-DEUX'], { id: '2', ...more });

const cases: readonly (readonly [string, readonly Preuve[], number, readonly string[]])[] = [
  ['ok: linked and shown', [link, one({ rapprochees: ['2'] }), two()], 1, []],
  ['ok: the software shows no links', [link, one(), two()], 1, []],
  ['ok: separated', [end, one({ rapprochees: [] }), two()], 1, []],
  ['none: no link', [sent(), one(), two()], 0, []],
  ['none: no search', [link], 0, []],
  ['none: the other is of nobody', [sent({ evenement: 'A24', autreRole: 'personne' }), one()], 0, []],
  ['ko: merged', [link, one(), searched('ZZTEST-DEUX', [])], 1, ['linked-identity-missing']],
  ['ko: the INS went over', [link, one(), two({ ins })], 1, ['ins-copied']],
  ['ko: not linked', [link, one({ rapprochees: [] }), two()], 1, ['link-differs']],
  ['ko: still linked', [end, one({ rapprochees: ['2'] }), two()], 1, ['link-differs']],
];

it.each(cases)('%s', (_label, preuves, examined, codes) => {
  expect(judged(check, preuves, {})).toEqual([examined, codes]);
});
