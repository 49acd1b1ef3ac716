/**
 * Prints each measure beside its target, `hit` or `MISS`; any miss makes the exit code 1. `run.mjs` gathers these lines.
 * One `{ what, measured, target, unit?, atLeast? }` each; a target is an upper bound unless `atLeast`.
 */
export function holdTargets(measures) {
  for (const { what, measured, target, unit = '', atLeast = false } of measures) {
    const holds = atLeast ? measured >= target : measured <= target;
    const bound = `target ${atLeast ? 'at least' : 'at most'} ${target}${unit}`;
    console.log(`${holds ? 'hit ' : 'MISS'} ${what}: ${shown(measured)}${unit} (${bound})`);
    if (!holds) process.exitCode = 1;
  }
}

/** Whether a line tells a measure and its target, and which way. */
export function toldTarget(line) {
  if (line.startsWith('hit ')) return 'hit';
  return line.startsWith('MISS ') ? 'miss' : undefined;
}

function shown(value) {
  return Math.abs(value) >= 100 ? value.toFixed(0) : value.toFixed(2);
}
