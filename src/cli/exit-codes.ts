import type { CandidatureVerdict } from '../domain/outcome.ts';

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
