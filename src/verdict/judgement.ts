import type { Bilingual } from '../domain/bilingual.ts';
import type { Check } from '../domain/check.ts';
import type { Fault } from '../domain/fault.ts';
import type { Finding } from '../domain/finding.ts';
import type { Gravite, Outcome } from '../domain/outcome.ts';
import type { PlannedRow, PlannedScenario } from '../domain/plan.ts';
import type { Preuve } from '../domain/preuve.ts';

/** The parts a judgement looks up by path id. */
export interface Parts {
  readonly check: (id: string) => Check;
  readonly fault: (id: string) => Fault;
}

/** A finding with the gravité that its row gives it. */
export interface GradedFinding {
  readonly finding: Finding;
  readonly gravite: Gravite;
}

/** What a row came to, with its reason when it is not the findings themselves. */
export interface JudgedRow {
  readonly row: PlannedRow;
  readonly scenario: PlannedScenario;
  readonly check: Check;
  readonly outcome: Outcome;
  readonly reason?: Bilingual;
  readonly examined: number;
  readonly findings: readonly GradedFinding[];
  readonly notes: readonly Finding[];
  readonly preuves: readonly Preuve[];
  /** True when the software answered an action or a probe during the steps judged: its silence then means something. */
  readonly alive: boolean;
}
