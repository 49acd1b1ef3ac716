import timers from 'node:timers';
import { syncBuiltinESMExports } from 'node:module';
import timersPromises from 'node:timers/promises';

/** What a bench that runs the same clock may do with the time of this process. */
export interface ScaledTime {
  /**
   * Jumps ahead by so many milliseconds of this time; what came due fires at the next turn, in order. Returns how long
   * until the next timer then, in that time too; undefined when none holds the process: a library that keeps a
   * connection for later does not wait.
   */
  leap(ms: number): number | undefined;
}

/**
 * Makes this process live `scale` times as fast from `origin` on: its dates and its timers. A test hook, for a bench
 * that runs its own clock as fast: tokens then expire and polls then follow without the waits of real life.
 */
export function scaleTime(scale: number, origin: number): ScaledTime {
  const RealDate = globalThis.Date;
  const realNow = RealDate.now.bind(RealDate);
  let leapt = 0;
  const now = (): number => origin + (realNow() - origin) * scale + leapt;
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, args: unknown[]) =>
      Reflect.construct(target, args.length === 0 ? [Math.round(now())] : args) as Date,
    get: (target, name) =>
      name === 'now' ? () => Math.round(now()) : (Reflect.get(target, name) as unknown),
  });
  const waiting = timersOf(now, scale);
  timers.setTimeout = globalThis.setTimeout;
  timers.clearTimeout = globalThis.clearTimeout;
  timersPromises.setTimeout = waitFor as typeof timersPromises.setTimeout;
  syncBuiltinESMExports();
  return {
    leap: (ms) => {
      leapt += ms;
      const inOrder = [...waiting].sort((a, b) => a.due - b.due);
      for (const timer of inOrder) timer.arm();
      const next = inOrder.find((timer) => timer.hasRef());
      return next === undefined ? undefined : Math.max(0, next.due - now());
    },
  };
}

/** A timer that can be armed again when time jumps; stands for the one that Node would return. */
interface ScaledTimer {
  readonly due: number;
  arm(): void;
  hasRef(): boolean;
}

/** Replaces the timers of the process; returns those that wait. */
function timersOf(now: () => number, scale: number): ReadonlySet<ScaledTimer> {
  const { setTimeout: arm, clearTimeout: disarm } = globalThis;
  const waiting = new Set<ScaledTimer>();

  class Timer implements ScaledTimer {
    due = 0;
    #handle: NodeJS.Timeout | undefined;
    #held = true;
    readonly #fire: () => void;
    readonly #delay: number;

    constructor(
      callback: (...args: unknown[]) => void,
      delay: number,
      args: readonly unknown[],
      repeats: boolean,
    ) {
      this.#delay = delay > 0 ? delay : 0;
      this.#fire = () => {
        waiting.delete(this);
        if (repeats) this.refresh();
        callback(...args);
      };
      this.refresh();
    }

    arm(): void {
      disarm(this.#handle);
      this.#handle = arm(this.#fire, Math.max(0, this.due - now()) / scale);
      if (!this.#held) this.#handle.unref();
    }

    refresh(): this {
      this.due = now() + this.#delay;
      waiting.add(this);
      this.arm();
      return this;
    }

    close(): this {
      waiting.delete(this);
      disarm(this.#handle);
      return this;
    }

    ref(): this {
      this.#held = true;
      this.#handle?.ref();
      return this;
    }

    unref(): this {
      this.#held = false;
      this.#handle?.unref();
      return this;
    }

    hasRef(): boolean {
      return this.#held;
    }
  }

  const started =
    (repeats: boolean) =>
    (callback: () => void, delay = 0, ...args: unknown[]) =>
      new Timer(callback, delay, args, repeats);
  const stopped = (timer: unknown): void => {
    if (timer instanceof Timer) timer.close();
    else disarm(timer as NodeJS.Timeout | undefined);
  };
  Object.assign(globalThis, {
    setTimeout: Object.assign(started(false), { __promisify__: waitFor }),
    setInterval: started(true),
    clearTimeout: stopped,
    clearInterval: stopped,
  });
  return waiting;
}

/** `timers/promises` over the timers of the process. */
function waitFor<T>(delay = 0, value?: T, options: { readonly signal?: AbortSignal } = {}): Promise<T> {
  const { signal } = options;
  return new Promise((resolve, reject) => {
    if (signal?.aborted === true) {
      reject(aborted());
      return;
    }
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve(value as T);
    }, delay);
    const stop = (): void => {
      clearTimeout(timer);
      reject(aborted());
    };
    signal?.addEventListener('abort', stop, { once: true });
  });
}

function aborted(): DOMException {
  return new DOMException('The operation was aborted', 'AbortError');
}
