import { fillText, type Lang } from '../domain/bilingual.ts';
import type { Check, CheckInput, RunFacts } from '../domain/check.ts';
import type { Preuve } from '../domain/preuve.ts';
import type { Registry } from '../domain/registry.ts';
import type { Gravite } from '../domain/outcome.ts';
import type { JsonObject } from '../domain/json.ts';
import type { ScenarioSource } from '../catalogue/scenario-source.ts';

/** A finding told while a simulator serves. */
export interface LiveFinding {
  readonly check: string;
  readonly gravite: Gravite;
  readonly code: string;
  readonly says: string;
  readonly fix: string;
}

interface LiveRow {
  readonly id: string;
  readonly check: Check;
  readonly kinds: readonly string[];
  readonly options: JsonObject;
  readonly gravite: Gravite;
}

const window = 200;

/**
 * Judges traffic as it comes with the rows of the scenarios that need neither a fault, nor an answer of the software,
 * nor to know in which state a scenario put it: what is said here is what a run would say of the same exchange. Never a
 * verdict.
 */
export class LiveFindings {
  readonly #rows: readonly LiveRow[];
  readonly #facts: RunFacts;
  readonly #bytes: CheckInput['bytes'];
  readonly #recent: Preuve[] = [];

  constructor(
    scenarios: readonly ScenarioSource[],
    registry: Registry,
    { facts, bytes }: Pick<CheckInput, 'facts' | 'bytes'>,
  ) {
    this.#rows = liveRows(scenarios, registry);
    this.#facts = facts;
    this.#bytes = bytes;
  }

  /** Findings that this preuve brings, among the recent ones of its kinds. */
  of(preuve: Preuve, lang: Lang): readonly LiveFinding[] {
    this.#recent.push(preuve);
    if (this.#recent.length > window) this.#recent.shift();
    return this.#rows
      .filter((row) => row.kinds.includes(preuve.kind))
      .flatMap((row) => this.#judge(row, preuve, lang));
  }

  #judge(row: LiveRow, preuve: Preuve, lang: Lang): readonly LiveFinding[] {
    const preuves = this.#recent.filter((one) => row.kinds.includes(one.kind));
    const result = row.check.judge({
      preuves,
      control: [],
      options: row.options,
      facts: this.#facts,
      bytes: this.#bytes,
    });
    return result.findings
      .filter((finding) => finding.where?.preuve === preuve.id)
      .map((finding) => {
        const text = row.check.findings[finding.code];
        const values = {
          ...(finding.expected === undefined ? {} : { expected: finding.expected }),
          ...(finding.actual === undefined ? {} : { actual: finding.actual }),
          ...finding.values,
        };
        return {
          check: row.id,
          gravite: row.gravite,
          code: finding.code,
          says: fillText(text?.says[lang] ?? finding.code, values),
          fix: fillText(text?.fix[lang] ?? '', values),
        };
      });
  }
}

function liveRows(scenarios: readonly ScenarioSource[], registry: Registry): readonly LiveRow[] {
  const rows = new Map<string, LiveRow>();
  for (const { file } of scenarios) {
    const faulty = new Set(
      file.steps.filter((step) => (step.faults ?? []).length > 0).map((step) => step.id),
    );
    for (const row of file.judgements) {
      const steps = row.on.steps ?? file.steps.map((step) => step.id);
      if (steps.some((step) => faulty.has(step))) continue;
      if (row.on.kinds.some((kind) => kind.startsWith('pilote/') || kind.startsWith('step/'))) continue;
      const options = (row.options ?? {}) as JsonObject;
      if (JSON.stringify(options).includes('${')) continue;
      const check = registry.checks.get(row.check) as Check | undefined;
      const key = `${row.check}|${JSON.stringify(options)}`;
      if (check === undefined || rows.has(key)) continue;
      rows.set(key, { id: row.check, check, kinds: row.on.kinds, options, gravite: row.gravite });
    }
  }
  return [...rows.values()].filter((row, _, all) => !dependsOnScenario(row, all));
}

/**
 * Whether scenarios expect different facts by this check (the INS of a qualifiée, none of a provisoire): outside of them
 * nobody knows which one holds, and every call would break all but one.
 */
function dependsOnScenario({ id, check }: LiveRow, rows: readonly LiveRow[]): boolean {
  return check.options?.['required'] !== undefined && rows.filter((row) => row.id === id).length > 1;
}
