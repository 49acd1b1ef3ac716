import timers from 'node:timers';
import { syncBuiltinESMExports } from 'node:module';
import timersPromises from 'node:timers/promises';

/**
 * Makes this process live `scale` times as fast from `origin` on: its dates and its timers. A test hook, for a bench
 * that runs its own clock as fast: tokens then expire and polls then follow without the waits of real life.
 */
export function scaleTime(scale: number, origin: number): void {
  if (scale === 1) return;
  const RealDate = globalThis.Date;
  const realNow = RealDate.now.bind(RealDate);
  const now = (): number => Math.round(origin + (realNow() - origin) * scale);
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, args: unknown[]) =>
      Reflect.construct(target, args.length === 0 ? [now()] : args) as Date,
    get: (target, name) => (name === 'now' ? now : (Reflect.get(target, name) as unknown)),
  });
  const { setTimeout: realTimeout, setInterval: realInterval } = globalThis;
  globalThis.setTimeout = Object.assign(
    ((callback: () => void, delay = 0, ...args: []) =>
      realTimeout(callback, delay / scale, ...args)) as typeof setTimeout,
    { __promisify__: realTimeout.__promisify__ },
  );
  globalThis.setInterval = ((callback: () => void, delay = 0, ...args: []) =>
    realInterval(callback, delay / scale, ...args)) as typeof setInterval;
  timers.setTimeout = globalThis.setTimeout;
  const realWait = timersPromises.setTimeout;
  timersPromises.setTimeout = ((delay = 0, value?: unknown, options?: object) =>
    realWait(delay / scale, value, options)) as typeof realWait;
  syncBuiltinESMExports();
}
