import { formatLocation, InputError, type SourceLocation } from '../domain/segur-error.ts';

/** One thing to correct in a file that was handed in. */
export interface Problem {
  /** Stable, documented. */
  readonly code: string;
  /** What was found against what was expected. */
  readonly message: string;
  readonly at: SourceLocation;
  readonly hint?: string;
}

/** All the problems of one reading at once, so that a user corrects them in one go (exit 3). */
export class ProblemsError extends InputError {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    const [first] = problems;
    if (first === undefined) throw new TypeError('no problem to report');
    super(
      problems.length === 1 ? first.code : 'INVALID_FILES',
      problems.length === 1 ? first.message : `${problems.length} problems\n${list(problems)}`,
      {
        ...(problems.length === 1 ? { at: first.at } : {}),
        ...(problems.length === 1 && first.hint !== undefined ? { hint: first.hint } : {}),
        details: { problems: problems.length },
      },
    );
    this.problems = problems;
  }
}

/** Throws the ProblemsError of a non-empty list; same problem at the same place is told once. */
export function refuse(problems: readonly Problem[]): void {
  const seen = new Map(
    problems.map((problem) => [`${formatLocation(problem.at)} ${problem.message}`, problem]),
  );
  if (seen.size > 0) throw new ProblemsError([...seen.values()]);
}

function list(problems: readonly Problem[]): string {
  return problems
    .map((problem) => {
      const hint = problem.hint === undefined ? '' : `\n      -> ${problem.hint}`;
      return `  ${formatLocation(problem.at)}: [${problem.code}] ${problem.message}${hint}`;
    })
    .join('\n');
}
