import type { CheckedFile, CheckProblem } from '../domain/check-result.gen.ts';
import type { Bilingual } from '../domain/bilingual.ts';

/** A file of which nothing was judged, and why. */
export function unjudgedFile(
  file: string,
  outcome: 'unusable' | 'broken' | 'ignored',
  because: {
    readonly problem: CheckProblem;
    readonly kind?: string;
    readonly recognised?: Bilingual;
    readonly sha256?: string;
  },
): CheckedFile {
  return {
    file,
    ...(because.sha256 === undefined ? {} : { sha256: because.sha256 }),
    kind: because.kind ?? 'unknown',
    recognised: because.recognised ?? { fr: 'non lu', en: 'not read' },
    outcome,
    problem: because.problem,
    checks: { exercised: [], unexercised: [], needContext: [] },
    findings: [],
    ruleSets: [],
  };
}

/** The outcome of what was judged: nothing judged is never a pass. */
export function outcomeOf(
  judged: Pick<CheckedFile, 'checks' | 'findings' | 'ruleSets'>,
): CheckedFile['outcome'] {
  if (judged.findings.some(({ severity }) => severity === 'error')) return 'fail';
  if (judged.findings.some(({ severity }) => severity === 'warning')) return 'warn';
  const played = judged.checks.exercised.length > 0 || judged.ruleSets.some(({ fired }) => fired > 0);
  return played ? 'pass' : 'unexercised';
}
