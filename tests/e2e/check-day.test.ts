import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CheckReport } from '../../src/domain/check-result.gen.ts';
import { buildCda } from '../builders/build-cda.ts';
import { applyEdits } from '../builders/build-xdm.ts';
import { segur, type Ran } from '../builders/segur-cli.ts';

let folder = '';
const year = new Date().getFullYear() + 2;
const check = (...args: readonly string[]): Promise<Ran> =>
  segur(['check', ...args], { cwd: folder, env: { SEGUR_CDA_KIT: '' } });
const report = async (...args: readonly string[]): Promise<CheckReport> =>
  // The CLI validates what it writes.
  JSON.parse((await check(...args, '--format', 'json')).out) as CheckReport;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'segur-day-'));
  writeFileSync(join(folder, 'ok.xml'), buildCda());
  const future = applyEdits(buildCda(), [['20260611103000', `${year}0611103000`]]);
  writeFileSync(join(folder, 'futur.xml'), future);
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('segur check --as-of', () => {
  it('takes the rules of a day', async () => {
    expect((await report('ok.xml', '--as-of', '2024-06-01')).pack.id).toBe('2023-10');
    expect((await report('ok.xml', '--as-of', '2025-02-19')).pack.id).toBe('2025-02');
    expect(await check('ok.xml', '--as-of', '2001-01-01')).toMatchObject({
      code: 3,
      err: expect.stringContaining('2023-10') as string,
    });
    expect(await check('ok.xml', '--as-of', '2025-02-30')).toMatchObject({ code: 3 });
  });

  it('does not make of today the future, nor of the future today', async () => {
    const codes = async (...args: readonly string[]): Promise<readonly string[]> =>
      ((await report(...args)).files[0]?.findings ?? []).map(({ code }) => code);
    expect(await codes('futur.xml')).toContain('created-in-the-future');
    expect(await codes('futur.xml', '--as-of', '2024-06-01')).toContain('created-in-the-future');
    expect(await codes('futur.xml', '--as-of', `${year + 1}-01-01`)).not.toContain('created-in-the-future');
    expect(await codes('ok.xml', '--as-of', '2024-06-01')).toEqual([]);
  });
});
