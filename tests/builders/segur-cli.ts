import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Root of the package under test. */
export const packageRoot: string = fileURLToPath(new URL('../../', import.meta.url));

/** How a command ended, and all it said. */
export interface Ran {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly out: string;
  readonly err: string;
}

/** A `segur` command that is still running. */
export interface Running {
  readonly child: ChildProcessWithoutNullStreams;
  readonly ended: Promise<Ran>;
  /** Resolves with the match once standard output or error has it; rejects when the command ends without, or late. */
  said(pattern: RegExp, deadlineMs?: number): Promise<RegExpMatchArray>;
}

export interface CliOptions {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Root of another copy of the package. */
  readonly root?: string;
}

/** Starts `bin/segur.js` as a user would, with a pipe for standard input. */
export function startSegur(
  args: readonly string[],
  { cwd, env = {}, root = packageRoot }: CliOptions,
): Running {
  const child = spawn(process.execPath, [join(root, 'bin/segur.js'), ...args], {
    cwd,
    env: { ...process.env, NO_COLOR: '1', ...env },
  });
  const text = { out: '', err: '' };
  const listeners = new Set<() => void>();
  const keep = (name: 'out' | 'err') => (chunk: string) => {
    text[name] += chunk;
    for (const listener of listeners) listener();
  };
  child.stdout.setEncoding('utf8').on('data', keep('out'));
  child.stderr.setEncoding('utf8').on('data', keep('err'));
  child.stdin.on('error', () => undefined);
  const ended = new Promise<Ran>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => {
      resolve({ code, signal, ...text });
    });
  });
  const said = (pattern: RegExp, deadlineMs = 30_000): Promise<RegExpMatchArray> =>
    new Promise((resolve, reject) => {
      const stop = (): void => {
        clearTimeout(timer);
        listeners.delete(look);
      };
      const look = (): void => {
        const found = pattern.exec(text.out) ?? pattern.exec(text.err);
        if (found === null) return;
        stop();
        resolve(found);
      };
      const refuse = (): void => {
        stop();
        reject(new Error(`${String(pattern)} was never said:\n${text.out}\n${text.err}`));
      };
      const timer = setTimeout(refuse, deadlineMs);
      listeners.add(look);
      look();
      void ended.then(refuse, refuse);
    });
  return { child, ended, said };
}

/** Runs `bin/segur.js` to its end. */
export function segur(
  args: readonly string[],
  options: CliOptions & { readonly stdin?: string },
): Promise<Ran> {
  const running = startSegur(args, options);
  running.child.stdin.end(options.stdin ?? '');
  return running.ended;
}
