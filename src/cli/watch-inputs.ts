import { statSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { checkInputs, type CheckInputFile } from './check-inputs.ts';
import { exitCodes } from './exit-codes.ts';

/** Time between two looks, in ms: short enough to feel immediate, and file events differ from one system to the next. */
const interval = 100;

/**
 * Calls `judge` with every input, then with those that are new or changed, until Ctrl-C. Gives 0 once stopped: what
 * was found was told as it came.
 */
export async function watchInputs(
  args: readonly string[],
  judge: (inputs: readonly CheckInputFile[]) => Promise<number>,
): Promise<number> {
  const stop = new AbortController();
  const onSignal = (): void => {
    stop.abort();
  };
  process.once('SIGINT', onSignal);
  process.once('SIGTERM', onSignal);
  const stopped = (): boolean => stop.signal.aborted;
  let known = stamps(args);
  let last = known;
  try {
    await judge(checkInputs(args));
    process.stderr.write('\n… en attente de modifications (Ctrl-C pour finir)\n');
    while (!stopped()) {
      await pause(interval, undefined, { signal: stop.signal }).catch(() => undefined);
      const now = stamps(args);
      // A file still being written is left until two looks agree.
      const steady = ({ file }: CheckInputFile): boolean => now.get(file) === last.get(file);
      const changed = checkInputs(args).filter(
        (input) => input.kind === 'file' && steady(input) && now.get(input.file) !== known.get(input.file),
      );
      const judged = new Set(changed.map(({ file }) => file));
      known = new Map(
        [...now].map(([file, stamp]) => [file, judged.has(file) ? stamp : (known.get(file) ?? '')]),
      );
      last = now;
      if (changed.length > 0 && !stopped()) await judge(changed);
    }
  } finally {
    process.off('SIGINT', onSignal);
    process.off('SIGTERM', onSignal);
  }
  return exitCodes.ok;
}

function stamps(args: readonly string[]): ReadonlyMap<string, string> {
  return new Map(
    checkInputs(args).map(({ file }) => {
      const what = statSync(file, { throwIfNoEntry: false });
      return [file, what === undefined ? '' : `${what.mtimeMs} ${what.size}`];
    }),
  );
}
