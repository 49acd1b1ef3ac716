import { createInterface, type Interface } from 'node:readline';

/** Reads answers of an operator, line by line, from one input; nothing is read while nothing is asked. */
export interface LineReader {
  /** The next line; undefined once the input has ended. Rejects when the signal aborts. */
  ask(prompt: string, signal: AbortSignal): Promise<string | undefined>;
}

/**
 * On a terminal, what was typed before the question is dropped: it answered something else. From a pipe, each line
 * answers one question, however early it came. Ctrl-C reaches the process as everywhere else.
 */
export function lineReader(input: NodeJS.ReadStream, output: NodeJS.WritableStream): LineReader {
  const early: string[] = [];
  let reader: Interface | undefined;
  let ended = false;
  let take: ((line: string | undefined) => void) | undefined;

  const open = (): Interface => {
    const opened = createInterface({ input, output, terminal: input.isTTY });
    opened.on('line', (line) => {
      if (take === undefined) early.push(line);
      else take(line);
    });
    opened.on('SIGINT', () => process.kill(process.pid, 'SIGINT'));
    opened.on('close', () => {
      ended = true;
      take?.(undefined);
    });
    return opened;
  };

  return {
    ask: (prompt, signal) =>
      new Promise((resolve, reject) => {
        signal.throwIfAborted();
        reader ??= open();
        if (input.isTTY) early.length = 0;
        const finish = (): void => {
          take = undefined;
          signal.removeEventListener('abort', abort);
          if (ended) return;
          reader?.pause();
          // An input left open must not keep the process alive once the run is over.
          unref(input);
        };
        const abort = (): void => {
          finish();
          reject(signal.reason instanceof Error ? signal.reason : new Error('aborted'));
        };
        take = (line) => {
          finish();
          resolve(line);
        };
        signal.addEventListener('abort', abort, { once: true });
        if (early.length > 0 || ended) {
          output.write(prompt);
          take(early.shift());
          return;
        }
        if ('ref' in input && typeof input.ref === 'function') input.ref();
        reader.setPrompt(prompt);
        reader.prompt();
      }),
  };
}

function unref(input: NodeJS.ReadStream): void {
  if ('unref' in input && typeof input.unref === 'function') input.unref();
}
