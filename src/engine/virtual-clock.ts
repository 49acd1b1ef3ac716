import type { Clock } from '../domain/clock.ts';

/** A clock that follows real time plus what scenarios advanced; it never goes back. */
export function virtualClock(real: () => number = Date.now): Clock {
  let offset = 0;
  return {
    now: () => real() + offset,
    advance: (ms) => {
      offset += Math.max(0, ms);
    },
  };
}
