import { expect, it } from 'vitest';
import type { Preuve } from '../../../domain/preuve.ts';
import { check } from './access-is-traced.ts';
import { answered, judged } from './shared/insi.test-data.ts';

const cases: readonly (readonly [string, readonly Preuve[], number, readonly string[]])[] = [
  [
    'ok: traced',
    [answered('ins.exporter-traces', { traces: [{ nature: 'echange', date: 'd', destinataire: 'x' }] })],
    1,
    [],
  ],
  ['none: nothing to examine', [], 0, []],
  ['ko: none', [answered('ins.exporter-traces', { traces: [] })], 1, ['access-not-traced']],
  [
    'ko: no addressee',
    [answered('ins.exporter-traces', { traces: [{ nature: 'echange', date: 'd' }] })],
    1,
    ['trace-incomplete'],
  ],
];

it.each(cases)('%s', (_label, preuves, examined, codes) => {
  expect(judged(check, preuves, { nature: 'echange', champs: ['date', 'destinataire'] })).toEqual([
    examined,
    codes,
  ]);
});
