import type { CandidatureVerdict } from '../domain/outcome.ts';
import type { ReportFile } from '../domain/report.gen.ts';

/** Exit codes of every command; stable, documented in the README. */
export const exitCodes = { ok: 0, nonReferencable: 1, incomplete: 2, usage: 3, bench: 4 } as const;

/** The exit code of a run, by its verdict. */
export function exitCodeOf(verdict: CandidatureVerdict): number {
  switch (verdict) {
    case 'REFERENCABLE':
      return exitCodes.ok;
    case 'NON_REFERENCABLE':
      return exitCodes.nonReferencable;
    case 'INCOMPLET':
    case 'EN_ATTENTE':
      return exitCodes.incomplete;
    case 'INDETERMINE':
      return exitCodes.bench;
  }
}

/**
 * The exit code of a report. With `--only`, what lies outside is nobody's concern: 0 when nothing failed, provided that
 * the run ended by itself and that every blocking row was exercised, for silence is no success.
 */
export function exitCodeOfReport({ only, run, rows, verdict }: ReportFile): number {
  const code = exitCodeOf(verdict.value);
  if (only === undefined || code !== exitCodes.incomplete || run.end !== 'complete') return code;
  const blocking = rows.filter(({ gravite }) => gravite === 'bloquante');
  const silent = blocking.length === 0 || blocking.some(({ outcome }) => outcome === 'unexercised');
  return silent ? code : exitCodes.ok;
}
