import { describe, expect, it } from 'vitest';
import type { RulePackFile } from '../domain/rule-pack.gen.ts';
import { packHolds, packInForce, packOptions, packSeverity } from './rule-pack.ts';

const pack = (id: string, from: string, until?: string): RulePackFile => ({
  id,
  title: { fr: id, en: id },
  from,
  ...(until === undefined ? {} : { until }),
  kit: 'K',
  checks: ['document/cda-*', 'document/pdf-is-pdfa1'],
  options: { 'document/fhir-ins-slices': { version: '2.2.0' } },
  changes: [],
});

describe('rule packs', () => {
  const packs = [pack('2023-10', '2023-10-23', '2025-02-18'), pack('2025-02', '2025-02-19')];

  it.each([
    ['2023-10-23', '2023-10'],
    ['2025-02-18', '2023-10'],
    ['2025-02-19', '2025-02'],
    ['2030-01-01', '2025-02'],
  ])('on %s, %s is in force', (day, id) => {
    expect(packInForce(packs, day).id).toBe(id);
  });

  it('says which days are covered when none is', () => {
    expect(() => packInForce(packs, '2020-01-01')).toThrow(
      expect.objectContaining({
        code: 'NO_RULE_PACK',
        hint: expect.stringContaining('2023-10-23') as string,
      }),
    );
  });

  it('prefers the newest of packs that overlap', () => {
    expect(packInForce([...packs, pack('2025-06', '2025-06-01')], '2026-01-01').id).toBe('2025-06');
  });

  it.each([
    ['document/cda-header-fixed', true],
    ['document/pdf-is-pdfa1', true],
    ['document/pdf-is-pdfa12', false],
    ['psc/cda-header-fixed', false],
  ])('holds %s: %s', (check, held) => {
    expect(packHolds({ ...pack('a', '2020-01-01') }, check)).toBe(held);
  });

  it('follows a star in the middle without taking a character twice', () => {
    const middle = { ...pack('a', '2020-01-01'), checks: ['document/*-is-*a'] };
    expect(packHolds(middle, 'document/x-is-a')).toBe(true);
    expect(packHolds(middle, 'document/x-is-')).toBe(false);
  });

  it('tells at most how a check speaks', () => {
    const soft = { ...pack('a', '2020-01-01'), severity: { 'document/mail-archive-type': 'note' as const } };
    expect(packSeverity(soft, 'document/mail-archive-type')).toBe('note');
    expect(packSeverity(soft, 'document/mail-archive-attached')).toBeUndefined();
    expect(packSeverity(pack('a', '2020-01-01'), 'document/mail-archive-type')).toBeUndefined();
  });

  it('gives the options of a check', () => {
    expect(packOptions(pack('a', '2020-01-01'), 'document/fhir-ins-slices')).toEqual({ version: '2.2.0' });
    expect(packOptions(pack('a', '2020-01-01'), 'document/cda-single-ins')).toBeUndefined();
  });
});
