import { expect, it } from 'vitest';
import type { Preuve } from '../../../domain/preuve.ts';
import { check } from './search-finds.ts';
import { answered, judged } from './shared/insi.test-data.ts';

interface Row {
  readonly label: string;
  readonly preuves: readonly Preuve[];
  readonly trouve: boolean;
  readonly examined: number;
  readonly codes: readonly string[];
}

const cases: readonly Row[] = [
  {
    label: 'ok: found',
    preuves: [answered('ins.rechercher', { resultats: [{ id: 'i1' }] })],
    trouve: true,
    examined: 1,
    codes: [],
  },
  { label: 'nothing to examine', preuves: [], trouve: true, examined: 0, codes: [] },
  {
    label: 'ko: another one',
    preuves: [answered('ins.rechercher', { resultats: [{ id: 'i2' }] })],
    trouve: true,
    examined: 1,
    codes: ['not-found'],
  },
  {
    label: 'ko: found though it must not',
    preuves: [answered('ins.rechercher', { resultats: [{ id: 'i1' }] })],
    trouve: false,
    examined: 1,
    codes: ['found'],
  },
];

it('looks for the identity that the row saw being created, when no id is given', () => {
  const created = answered('ins.creer', { identite: { id: 'i1' } });
  const search = (id: string): Preuve => answered('ins.rechercher', { resultats: [{ id }] });
  expect(judged(check, [created, search('i1')], { trouve: true })).toEqual([1, []]);
  expect(judged(check, [created, search('i2')], { trouve: true })).toEqual([1, ['not-found']]);
  expect(judged(check, [search('i2')], { trouve: true })).toEqual([1, []]);
  expect(judged(check, [search('i2')], { trouve: false })).toEqual([1, ['found']]);
});

it.each(cases)('$label', ({ preuves, trouve, examined, codes }) => {
  expect(judged(check, preuves, { trouve, id: 'i1' })).toEqual([examined, codes]);
});
