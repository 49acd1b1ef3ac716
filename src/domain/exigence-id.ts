/** An id as it is compared: the prefix `SC.` is dropped by some REM issues and kept by others, so it says nothing. */
export function canonicalId(id: string): string {
  const text = id.replaceAll('\u00a0', ' ').trim();
  return text.startsWith('SC.') ? text.slice(3) : text;
}

/** Ids of the bench's own: they prove nothing of the REM and decide nothing (R10). */
export function isBenchId(id: string): boolean {
  return id.startsWith('HX-');
}
