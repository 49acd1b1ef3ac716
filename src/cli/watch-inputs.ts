import { statSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { checkInputs, type CheckInputFile } from './check-inputs.ts';
import type { Lang } from '../domain/bilingual.ts';
import { exitCodes } from './exit-codes.ts';

/** Time between two looks, in ms: short enough to feel immediate, and file events differ from one system to the next. */
const interval = 100;

const waiting = {
  fr: '… en attente de modifications (Ctrl-C pour finir)',
  en: '… waiting for changes (Ctrl-C to end)',
} as const;

/**
 * Calls `judge` with every input, then with those that are new or changed and all there are, until Ctrl-C; a file that
 * is gone is judged again too, for its report changes. Gives 0 once stopped: what was found was told as it came.
 */
export async function watchInputs(
  args: readonly string[],
  judge: (changed: readonly CheckInputFile[], all: readonly CheckInputFile[]) => Promise<number>,
  lang: Lang,
): Promise<number> {
  const stop = new AbortController();
  const onSignal = (): void => {
    stop.abort();
  };
  process.once('SIGINT', onSignal);
  process.once('SIGTERM', onSignal);
  const stopped = (): boolean => stop.signal.aborted;
  try {
    let all = checkInputs(args);
    let known = stamps(all);
    let last = known;
    await judge(all, all);
    process.stderr.write(`\n${waiting[lang]}\n`);
    while (!stopped()) {
      await pause(interval, undefined, { signal: stop.signal }).catch(() => undefined);
      all = checkInputs(args);
      const now = stamps(all);
      // A file still being written is left until two looks agree.
      const changed = all.filter(
        ({ file }) => now.get(file) === last.get(file) && now.get(file) !== known.get(file),
      );
      const gone = [...known.keys()].some((file) => !now.has(file));
      const judged = new Set(changed.map(({ file }) => file));
      known = new Map(
        all.flatMap(({ file }) => {
          const stamp = judged.has(file) ? now.get(file) : known.get(file);
          return stamp === undefined ? [] : [[file, stamp]];
        }),
      );
      last = now;
      if ((changed.length > 0 || gone) && !stopped()) await judge(changed, all);
    }
  } finally {
    process.off('SIGINT', onSignal);
    process.off('SIGTERM', onSignal);
  }
  return exitCodes.ok;
}

function stamps(inputs: readonly CheckInputFile[]): ReadonlyMap<string, string> {
  return new Map(inputs.map(({ file, kind }) => [file, kind === 'file' ? stampOf(file) : kind]));
}

function stampOf(file: string): string {
  try {
    const { mtimeMs, size, ino } = statSync(file);
    return `${mtimeMs} ${size} ${ino}`;
  } catch {
    // Gone since it was listed, or hidden: what is told when it is judged.
    return '';
  }
}
