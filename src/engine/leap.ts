import { setTimeout as wait } from 'node:timers/promises';
import type { Clock } from '../domain/clock.ts';
import type { RunRecorder } from './run-recorder.ts';

/** Turns without a fact, of a millisecond or so each, before the software is asked whether it only waits. */
const calmTurns = 3;
/** A software that answers later was at work, or its machine is: time then runs by itself. */
const promptMs = 2;
/** A timer further away is not what an idle software waits for. */
const furthest = 10_000;
/** A timer that does not hold its process is not told: none may be jumped over by more than this. */
const longestOfSilence = 1_000;

/**
 * Makes the software jump ahead by so many milliseconds of its time; resolves with the time to its next timer, undefined
 * when it waits for none.
 */
export type Leap = (ms: number) => Promise<number | undefined>;

/** What jumps ahead together: the clock of the simulators, that of the preuves, and the software. */
export interface LeapParts {
  readonly leap: Leap | undefined;
  readonly clock: Clock;
  readonly recorder: RunRecorder;
}

export interface LeapLimit {
  /** Of the software's time. */
  readonly ms: number;
  readonly late: () => void;
}

/**
 * Waits for an event. While nothing happens and the software only waits for a timer of its own, time jumps to that timer;
 * once `limit.ms` were jumped over in all, `late` is called.
 */
export async function leapUntil<T>(parts: LeapParts, event: Promise<T>, limit: LeapLimit): Promise<T> {
  const over = new AbortController();
  const leaping = leapWhileIdle(parts, limit, over.signal).catch(() => undefined);
  try {
    return await event;
  } finally {
    over.abort();
    await leaping;
  }
}

/** Lets so much of the software's time pass, from timer to timer, with the traffic that each one brings. */
export async function leapThrough(parts: LeapParts, ms: number, signal: AbortSignal): Promise<void> {
  let left = ms;
  while (left > 0 && !signal.aborted) {
    const next = (await together(parts, 0)) ?? left;
    const jump = Math.min(left, Math.max(next, 1), longestOfSilence);
    await together(parts, jump);
    left -= jump;
    await calm(parts.recorder, signal);
  }
}

/** Ends with `over`, with the limit, or with the software: that it is gone is for its pilote to tell. */
async function leapWhileIdle(parts: LeapParts, limit: LeapLimit, over: AbortSignal): Promise<void> {
  const { recorder } = parts;
  let leapt = 0;
  while (parts.leap !== undefined && !over.aborted) {
    const seen = await calm(recorder, over);
    const asked = performance.now();
    const next = await together(parts, 0);
    const idle =
      performance.now() - asked < promptMs && !recorder.busy && recorder.recorded === seen && !over.aborted;
    if (!idle || next === undefined || next > furthest) continue;
    await together(parts, next);
    leapt += next;
    if (leapt < limit.ms) continue;
    limit.late();
    return;
  }
}

/** Resolves, with the count of facts, once none came for some turns. */
async function calm(recorder: RunRecorder, over: AbortSignal): Promise<number> {
  let seen = recorder.recorded;
  for (let quiet = 0; quiet < calmTurns && !over.aborted;) {
    await wait(1);
    quiet = recorder.busy || recorder.recorded !== seen ? 0 : quiet + 1;
    seen = recorder.recorded;
  }
  return seen;
}

/** The bench first: what the software sends once its time came must not be early for the simulators. */
async function together({ leap, clock, recorder }: LeapParts, ms: number): Promise<number | undefined> {
  if (ms > 0) {
    clock.advance(ms);
    recorder.leap(ms);
  }
  return leap?.(ms);
}
