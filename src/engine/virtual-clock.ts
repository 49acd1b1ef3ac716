import type { Clock } from '../domain/clock.ts';

/**
 * A clock that follows real time, `scale` times as fast, plus what scenarios advanced; it never goes back. A scale
 * other than 1 needs a software that runs its own time as fast (the demo LPS has that hook).
 */
export function virtualClock(scale = 1, real: () => number = Date.now): Clock & { readonly origin: number } {
  const origin = real();
  let offset = 0;
  return {
    origin,
    now: () => origin + (real() - origin) * scale + offset,
    advance: (ms) => {
      offset += Math.max(0, ms);
    },
  };
}
