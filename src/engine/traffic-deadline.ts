/** Room for a loaded machine, in milliseconds of real time, when the software lives faster than real time. */
const slack = 3_000;

/**
 * How long to wait, in milliseconds of real time, for traffic that a software living `timeScale` times as fast may
 * take `deadlineMs` of its own time to send. In real time, that deadline itself.
 */
export function trafficDeadline(deadlineMs: number, timeScale: number): number {
  return timeScale === 1 ? deadlineMs : Math.min(deadlineMs, slack + deadlineMs / timeScale);
}
