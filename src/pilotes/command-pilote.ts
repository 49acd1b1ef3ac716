import { spawn } from 'node:child_process';
import type { Json } from '../domain/json.ts';
import type { Pilote, PiloteAnswer, PiloteCall, PreflightProblem } from '../domain/pilote.ts';
import { brokenAnswer } from './broken-answer.ts';
import { navigatedOutput } from './navigated-output.ts';
import type { Navigator } from './navigator.ts';

export interface CommandPiloteOptions {
  /** Program and its arguments; no shell. */
  readonly run: readonly string[];
  readonly cwd?: string;
}

const maxOutputBytes = 5_000_000;
/** sysexits EX_UNAVAILABLE: the command says it does not know the action. */
const unavailable = 69;

/**
 * Asks actions of a command: `{"action","input"}` on standard input, the output as JSON on standard output.
 * Exit 0 is an answer, 69 "I do not have this action", anything else broken with the end of standard error.
 */
export function commandPilote(options: CommandPiloteOptions, navigator: Navigator): Pilote {
  return {
    kind: 'command',
    preflight: (_actions, signal) => startable(options, signal),
    call: async (call) => {
      try {
        return await converse(call, options, navigator);
      } catch (error) {
        return brokenAnswer(error, options.run.join(' '));
      }
    },
    close: () => Promise.resolve(),
  };
}

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

async function converse(
  call: PiloteCall,
  options: CommandPiloteOptions,
  navigator: Navigator,
): Promise<PiloteAnswer> {
  const ended = await runCommand(
    options,
    JSON.stringify({ action: call.action.id, input: call.input }),
    call.signal,
  );
  if (ended.code === unavailable) return { kind: 'unsupported' };
  if (ended.code !== 0) {
    return {
      kind: 'broken',
      message: `exit ${ended.code ?? 'by signal'}: ${ended.stderr.trim().slice(-300)}`,
    };
  }
  let output: Json;
  try {
    output = ended.stdout.trim() === '' ? {} : (JSON.parse(ended.stdout) as Json);
  } catch {
    return { kind: 'broken', message: `standard output is not JSON: ${ended.stdout.slice(0, 200)}` };
  }
  const session = call.input['session'];
  return {
    kind: 'done',
    output: await navigatedOutput(
      output,
      typeof session === 'string' ? session : 'principale',
      navigator,
      call.signal,
    ),
  };
}

/** Runs the command in its own process group, so that a time-out leaves no grandchild behind. */
function runCommand(options: CommandPiloteOptions, stdin: string, signal: AbortSignal): Promise<Ended> {
  const [program = '', ...args] = options.run;
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: options.cwd, detached: true, stdio: 'pipe' });
    const kill = (): void => {
      if (child.pid === undefined) return;
      try {
        process.kill(-child.pid, 'SIGKILL');
      } catch {
        child.kill('SIGKILL');
      }
    };
    const chunks: { stdout: Buffer[]; stderr: Buffer[]; size: number } = { stdout: [], stderr: [], size: 0 };
    const keep = (into: Buffer[]) => (chunk: Buffer) => {
      chunks.size += chunk.length;
      if (chunks.size > maxOutputBytes) {
        kill();
        reject(new Error(`more than ${maxOutputBytes} bytes of output`));
      } else into.push(chunk);
    };
    const abort = (): void => {
      kill();
      reject(signal.reason instanceof Error ? signal.reason : new Error('aborted'));
    };
    signal.addEventListener('abort', abort, { once: true });
    child.stdout.on('data', keep(chunks.stdout));
    child.stderr.on('data', keep(chunks.stderr));
    child.on('error', reject);
    child.on('close', (code) => {
      signal.removeEventListener('abort', abort);
      resolve({
        code,
        stdout: Buffer.concat(chunks.stdout).toString('utf8'),
        stderr: Buffer.concat(chunks.stderr).toString('utf8'),
      });
    });
    child.stdin.on('error', () => undefined);
    child.stdin.end(stdin);
  });
}

async function startable(
  options: CommandPiloteOptions,
  signal: AbortSignal,
): Promise<readonly PreflightProblem[]> {
  try {
    await runCommand(
      options,
      JSON.stringify({ action: 'banc.ping', input: {} }),
      AbortSignal.any([signal, AbortSignal.timeout(10_000)]),
    );
    return [];
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    const command = options.run.join(' ');
    return [
      {
        severity: 'blocking',
        message: {
          fr: `La commande de pilotage ne démarre pas (${command}) : ${why}`,
          en: `The pilotage command does not start (${command}): ${why}`,
        },
        hint: { fr: 'Corrigez pilote.run dans le dossier.', en: 'Correct pilote.run in the dossier.' },
      },
    ];
  }
}
