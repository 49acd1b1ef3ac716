import { expect, it } from 'vitest';
import type { Exclusion, Exigence, Plan, PlannedRow } from '../../src/domain/plan.ts';
import { gatherEvidence } from '../../src/verdict/evidence.ts';
import { exigenceVerdict, type JudgedExigence } from '../../src/verdict/exigence-verdict.ts';
import { judge } from '../../src/verdict/judge.ts';
import { ended, exigence, parts, row, scenario, sealedRun, seen, type Recorded } from './build-sealed-run.ts';

/** An exigence `X`, what stands for it in the run, and what it must come to. */
export interface ExigenceCase {
  readonly name: string;
  readonly exigence?: Partial<Exigence>;
  readonly excluded?: Exclusion;
  readonly unanswered?: boolean;
  readonly rows?: readonly PlannedRow[];
  readonly recorded?: readonly Recorded[];
  readonly plan?: Partial<Plan>;
  readonly verdict: JudgedExigence['verdict'];
  readonly reason?: string;
}

/** Rows that prove `X.01.01`, by what their check does. */
export const proving: Readonly<
  Record<'ok' | 'failing' | 'throwing' | 'silent' | 'warning' | 'asking', PlannedRow>
> = {
  ok: row(['X.01.01']),
  failing: row(['X.01.01'], { check: 'test/finds' }),
  throwing: row(['X.01.01'], { check: 'test/throws' }),
  silent: row(['X.01.01'], { check: 'test/sees-nothing' }),
  warning: row(['X.01.01'], { check: 'test/finds', gravite: 'avertissement' }),
  asking: row(['X.01.01'], { check: 'test/asks' }),
};

/** Judges `X` of a sealed run that also holds an exigence `Y`. */
export function verdictOf(one: Omit<ExigenceCase, 'name' | 'verdict'>): JudgedExigence {
  const planned = {
    exigence: exigence('X', one.exigence),
    ...(one.excluded === undefined ? {} : { excluded: one.excluded }),
    ...(one.unanswered === true ? { conditionUnanswered: true } : {}),
  };
  const run = sealedRun({
    exigences: [planned, { exigence: exigence('Y') }],
    scenarios: [scenario(one.rows ?? [])],
    recorded: one.recorded ?? [seen(), ended()],
    ...(one.plan === undefined ? {} : { plan: one.plan }),
  });
  return exigenceVerdict(planned, gatherEvidence(run, judge(run, parts())));
}

/** One declaration in the dossier. */
export function attested(
  valeur: 'conforme' | 'non-conforme' | 'a-verifier',
  preuve = 'X.01.01',
): Pick<Plan, 'attestations'> {
  return { attestations: [{ preuve, valeur, par: 'M. Essai', le: '2026-11-01' }] };
}

/** One `it` per case; whatever is not conforming must say why. */
export function expectVerdicts(cases: readonly ExigenceCase[]): void {
  it.each(cases)('$name -> $verdict', (one) => {
    const judged = verdictOf(one);
    expect(judged.verdict).toBe(one.verdict);
    if (one.reason !== undefined)
      expect(judged.reasons.map((reason) => reason.fr).join(' ; ')).toContain(one.reason);
    if (one.verdict !== 'conforme') expect(judged.reasons).not.toEqual([]);
  });
}
