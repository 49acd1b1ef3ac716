import type { CheckReport } from '../domain/check-result.gen.ts';
import { exitCodes } from './exit-codes.ts';

/**
 * Exit code of `segur check`: a failure of the bench first, then what could not be judged at all, then errors. A file
 * on which no check bore is no success.
 */
export function checkExitCode(summary: CheckReport['summary']): number {
  if (summary.broken > 0) return exitCodes.bench;
  if (summary.unusable > 0 || summary.unexercised > 0 || summary.files === summary.ignored)
    return exitCodes.usage;
  return summary.fail > 0 ? exitCodes.nonReferencable : exitCodes.ok;
}
