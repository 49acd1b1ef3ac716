import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Check, CheckInput, CheckResult } from '../../src/domain/check.ts';
import type { Deck } from '../../src/domain/deck.ts';
import type { JsonObject } from '../../src/domain/json.ts';
import type { BlobRef, Preuve } from '../../src/domain/preuve.ts';

/** A file handed in, and what else the check is told. */
export interface CheckCase {
  readonly name: string;
  readonly files: readonly Uint8Array[] | (() => Promise<readonly Uint8Array[]>);
  readonly options?: JsonObject;
  readonly services?: Readonly<Record<string, JsonObject>>;
  readonly solution?: JsonObject;
  /** View of each file. */
  readonly view?: JsonObject;
  /** Codes of findings that a check of several codes also gives here. */
  readonly also?: readonly string[];
}

const deck: Deck = { seed: 'test', professionnels: [], patients: [], structures: [] };

/** Runs a check over files as if each had been submitted, in order. */
export function judgeFiles<O>(
  check: Check<O>,
  files: readonly Uint8Array[],
  from: Partial<CheckCase> = {},
): CheckResult {
  const blobs = new Map<string, Uint8Array>();
  const preuves: Preuve[] = files.map((bytes, index) => {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    blobs.set(sha256, bytes);
    return {
      id: `p-${String(index + 1).padStart(6, '0')}`,
      kind: 'file/submitted',
      at: index,
      view: from.view ?? {},
      raw: { file: { sha256, size: bytes.length } },
    };
  });
  const input: CheckInput<O> = {
    preuves,
    control: [],
    // What a row says was validated against the check's own schema when the catalogue loaded.
    options: (from.options ?? {}) as O,
    facts: {
      deck,
      services: from.services ?? {},
      endpoints: {},
      solution: from.solution ?? {},
      candidature: {},
    },
    bytes: (ref: BlobRef): Uint8Array => blobs.get(ref.sha256) ?? new Uint8Array(),
  };
  return check.judge(input);
}

/**
 * Proves a check both ways: each ok case examines something and finds nothing, each ko case gives its code,
 * no code of the check is left without a case, and what does not concern it is left unexamined.
 */
export function provesCheck<O>(
  check: Check<O>,
  cases: {
    readonly ok: readonly CheckCase[];
    readonly ko: Readonly<Record<string, readonly CheckCase[]>>;
    /** What the check does not apply to. */
    readonly apart?: readonly CheckCase[];
  },
): void {
  describe('check', () => {
    it('has a ko case for every finding code, and texts in both languages', () => {
      expect(Object.keys(cases.ko).sort()).toEqual(Object.keys(check.findings).sort());
      for (const text of Object.values(check.findings)) {
        for (const part of [text.says, text.fix]) expect(part.fr !== '' && part.en !== '').toBe(true);
      }
    });
    it.each(cases.ok)('ok: $name', async (one) => {
      const result = judgeFiles(check, await filesOf(one), one);
      expect(result.findings).toEqual([]);
      expect(result.examined).toBeGreaterThan(0);
    });
    it.each(Object.entries(cases.ko).flatMap(([code, list]) => list.map((one) => ({ ...one, code }))))(
      'ko $code: $name',
      async (one) => {
        const result = judgeFiles(check, await filesOf(one), one);
        const codes = new Set(result.findings.map((finding) => finding.code));
        expect([...codes].sort()).toEqual([one.code, ...(one.also ?? [])].sort());
        for (const finding of result.findings) expect(finding.where?.preuve).toMatch(/^p-/);
      },
    );
    it.each(cases.apart ?? [])('leaves apart: $name', async (one) => {
      expect(judgeFiles(check, await filesOf(one), one)).toMatchObject({ examined: 0, findings: [] });
    });
    it('does not pass over a file that it cannot read', () => {
      expect(judgeFiles(check, [Buffer.from('not a document')]).examined).toBe(0);
    });
  });
}

function filesOf(one: CheckCase): Promise<readonly Uint8Array[]> | readonly Uint8Array[] {
  return typeof one.files === 'function' ? one.files() : one.files;
}
