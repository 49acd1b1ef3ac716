/** `2026-11-25T101530-monlgc`: sorts by time, says what was run, fits every file system. */
export function runId(startedAt: string, solution: string): string {
  const time = startedAt.slice(0, 19).replaceAll(':', '');
  const slug = solution
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 40);
  return `${time}-${slug === '' ? 'solution' : slug}`;
}
