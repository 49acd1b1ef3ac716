import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { leapThrough, leapUntil, type LeapParts } from './leap.ts';
import { RunRecorder } from './run-recorder.ts';
import { virtualClock } from './virtual-clock.ts';

interface Software {
  readonly parts: LeapParts;
  /** Times of its timers, and what it was made to jump over. */
  readonly fired: number[];
  readonly jumps: readonly number[];
  readonly set: (due: number, run?: () => void) => void;
}

/** A software whose only time is the one it is made to jump over. */
function software(options: { readonly answersAfterMs?: number } = {}): Software {
  const recorder = new RunRecorder({
    append: (draft) => ({ ...draft, id: 'p-000001', raw: {} }),
    secret: () => undefined,
  });
  const clock = virtualClock(1, () => 0);
  const timers: { readonly due: number; readonly run: () => void }[] = [];
  const fired: number[] = [];
  const jumps: number[] = [];
  let now = 0;
  const leap = async (ms: number): Promise<number | undefined> => {
    if (options.answersAfterMs !== undefined) await wait(options.answersAfterMs);
    now += ms;
    if (ms > 0) jumps.push(ms);
    timers.sort((a, b) => a.due - b.due);
    while ((timers[0]?.due ?? Infinity) <= now) {
      const timer = timers.shift();
      fired.push(timer?.due ?? 0);
      timer?.run();
    }
    return timers[0] === undefined ? undefined : timers[0].due - now;
  };
  return {
    parts: { leap, clock, recorder },
    fired,
    jumps,
    set: (due, run = () => undefined) => {
      timers.push({ due, run });
    },
  };
}

const never = new Promise<never>(() => undefined);
const none = { ms: Infinity, late: (): void => undefined };

describe('leapUntil', () => {
  it('jumps to the timer that an idle software waits for, and the clocks with it', async () => {
    const { parts, set, jumps } = software();
    const event = new Promise<string>((resolve) => {
      set(5000, () => resolve('sent'));
    });
    const before = parts.recorder.elapsed();
    expect(await leapUntil(parts, event, none)).toBe('sent');
    expect(jumps).toEqual([5000]);
    expect(parts.clock.now()).toBe(5000);
    expect(parts.recorder.elapsed() - before).toBeGreaterThanOrEqual(5000);
  });

  it.each<readonly [string, (one: Software) => void]>([
    ['that waits for no timer', () => undefined],
    [
      'whose next timer is far away',
      ({ set }) => {
        set(3_600_000);
      },
    ],
    [
      'that a simulator is answering',
      ({ set, parts }) => {
        set(1000);
        parts.recorder.begin();
      },
    ],
  ])('never jumps for a software %s', async (_what, prepare) => {
    const one = software();
    prepare(one);
    await leapUntil(one.parts, wait(60), none);
    expect(one.jumps).toEqual([]);
  });

  it('never jumps for a software that is slow to say whether it waits', async () => {
    const { parts, set, jumps } = software({ answersAfterMs: 10 });
    set(1000);
    await leapUntil(parts, wait(100), none);
    expect(jumps).toEqual([]);
  });

  it('never jumps while facts come', async () => {
    const { parts, set, jumps } = software();
    set(1000);
    const traffic = setInterval(() => parts.recorder.record({ kind: 'a/b', view: {} }), 1);
    await leapUntil(parts, wait(60), none);
    clearInterval(traffic);
    expect(jumps).toEqual([]);
  });

  it('tells once that too much time was jumped over, and stops there', async () => {
    const { parts, set, jumps } = software();
    for (let due = 1000; due <= 20_000; due += 1000) set(due);
    let late = 0;
    await new Promise<void>((resolve) => {
      const told = (): void => {
        late += 1;
        resolve();
      };
      void leapUntil(parts, never, { ms: 4000, late: told });
    });
    await wait(20);
    expect(late).toBe(1);
    expect(jumps).toEqual([1000, 1000, 1000, 1000]);
  });

  it('hands on what the event rejects with, and lives when the software is gone', async () => {
    const { parts, set } = software();
    set(1000);
    await expect(leapUntil(parts, Promise.reject(new Error('lost')), none)).rejects.toThrow('lost');
    const gone = { ...parts, leap: () => Promise.reject(new Error('gone')) };
    expect(await leapUntil(gone, wait(20, 'answered'), none)).toBe('answered');
  });
});

describe('leapThrough', () => {
  it('stops at every timer on the way, and lets its traffic come before going on', async () => {
    const { parts, set, fired, jumps } = software();
    const seen: number[] = [];
    const poll = (due: number): void => {
      set(due, () => {
        setTimeout(() => {
          seen.push(parts.clock.now());
          parts.recorder.record({ kind: 'a/poll', view: {} });
          poll(due + 700);
        }, 1);
      });
    };
    poll(700);
    await leapThrough(parts, 3000, new AbortController().signal);
    expect(parts.clock.now()).toBe(3000);
    expect(fired).toEqual([700, 1400, 2100, 2800]);
    expect(seen).toEqual([700, 1400, 2100, 2800]);
    expect(jumps.reduce((sum, ms) => sum + ms, 0)).toBe(3000);
  });

  it('passes the time of a software without timers by seconds', async () => {
    const { parts, jumps } = software();
    await leapThrough(parts, 2500, new AbortController().signal);
    expect(jumps).toEqual([1000, 1000, 500]);
  });

  it('ends when the run is stopped', async () => {
    const { parts, jumps } = software();
    await leapThrough(parts, 2500, AbortSignal.abort());
    expect(jumps).toEqual([]);
  });
});
