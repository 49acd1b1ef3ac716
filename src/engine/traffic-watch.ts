import type { Json, JsonObject } from '../domain/json.ts';
import type { Preuve } from '../domain/preuve.ts';
import type { ScenarioUntil } from '../domain/scenario.gen.ts';
import type { RunRecorder } from './run-recorder.ts';

/** Resolves once `until` was seen among `since` and what comes after; rejects when `signal` aborts. */
export function trafficSeen(
  recorder: RunRecorder,
  until: ScenarioUntil,
  since: readonly Preuve[],
  signal: AbortSignal,
): Promise<void> {
  const wanted = until.count ?? 1;
  let seen = since.filter((preuve) => matches(preuve, until)).length;
  if (seen >= wanted) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const stop = recorder.listen((preuve) => {
      if (!matches(preuve, until)) return;
      seen += 1;
      if (seen < wanted) return;
      signal.removeEventListener('abort', abort);
      stop();
      resolve();
    });
    const abort = (): void => {
      stop();
      reject(new WatchAborted());
    };
    if (signal.aborted) abort();
    else signal.addEventListener('abort', abort, { once: true });
  });
}

/** The wait ended before the traffic came. */
export class WatchAborted extends Error {
  constructor() {
    super('the awaited traffic did not come');
    this.name = 'WatchAborted';
  }
}

function matches(preuve: Preuve, until: ScenarioUntil): boolean {
  if (preuve.kind !== until.kind) return false;
  return Object.entries(until.where ?? {}).every(([path, value]) => at(preuve.view as Json, path) === value);
}

function at(view: Json, path: string): Json | undefined {
  let current: Json | undefined = view;
  for (const key of path.split('.')) {
    if (current === undefined || current === null || typeof current !== 'object') return undefined;
    current = (current as JsonObject)[key];
  }
  return current;
}
