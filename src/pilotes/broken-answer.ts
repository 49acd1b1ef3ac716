import type { PiloteAnswer } from '../domain/pilote.ts';

/** Turns what a vendor's endpoint did wrong (refused, hung up, timed out) into an answer; never rethrows. */
export function brokenAnswer(error: unknown, where: string): PiloteAnswer {
  if (!(error instanceof Error)) return { kind: 'broken', message: `${where}: ${String(error)}` };
  const cause = error.cause instanceof Error ? ` (${error.cause.message})` : '';
  return { kind: 'broken', message: `${where}: ${error.message || error.name}${cause}` };
}
