import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { JsonObject } from '../domain/json.ts';
import { BenchError, InputError } from '../domain/segur-error.ts';

export interface DemoProcess {
  /** Base address of its pilotage endpoint. */
  readonly url: string;
  /** What its Pro Santé Connect client registers: callback addresses, Proxy e-Santé. */
  readonly psc: JsonObject;
  /** Where it receives HL7v2 messages by MLLP, as options of service `pam`. */
  readonly pam: JsonObject;
  /**
   * Makes it jump ahead by so many milliseconds of its time. Resolves, once its event loop turned, with the time to its
   * next timer; undefined when it waits for none. Rejects when the process is gone.
   */
  leap(ms: number): Promise<number | undefined>;
  stop(): Promise<void>;
}

/** How fast the demo lives, and since when: the bench's clock must run the same. */
export interface DemoTime {
  readonly scale: number;
  readonly origin: number;
}

const startDeadline = 15_000;

/** The program of the demo LPS: beside this module, compiled or not. */
function demoMain(): string {
  const extension = import.meta.url.endsWith('.ts') ? '.ts' : '.js';
  return fileURLToPath(new URL(`../demo/main${extension}`, import.meta.url));
}

/**
 * Starts the demo LPS in a process of its own, as a vendor's product would be, and waits for the address it prints
 * as JSON on standard output. Throws InputError for an unknown défaut, BenchError when it does not start.
 */
export async function startDemo(defauts: readonly string[], time: DemoTime): Promise<DemoProcess> {
  const args = [
    ...defauts.flatMap((id) => ['--defaut', id]),
    ...(time.scale === 1 ? [] : ['--echelle', String(time.scale), '--origine', String(time.origin)]),
  ];
  const child = spawn(process.execPath, [demoMain(), ...args], { stdio: ['pipe', 'pipe', 'pipe'] });
  let stderr = '';
  child.stderr.on('data', (chunk: Buffer) => {
    stderr = (stderr + chunk.toString('utf8')).slice(-2000);
  });
  // A process that is gone is told by its silence on standard output.
  child.stdin.on('error', () => undefined);
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  try {
    const addresses = await announced(child, lines);
    return {
      ...addresses,
      leap: async (ms) => {
        child.stdin.write(`${String(ms)}\n`);
        const answer = await nextJson(lines);
        return typeof answer['suivant'] === 'number' ? answer['suivant'] : undefined;
      },
      stop: () => stopped(child),
    };
  } catch (cause) {
    await stopped(child);
    if (stderr.includes('defaut')) {
      throw new InputError('DEFAUT', stderr.trim(), {
        cause,
        hint: 'Liste des défauts : segur run --list-defauts',
      });
    }
    throw new BenchError('DEMO_START', `the demo LPS did not start: ${stderr.trim()}`, { cause });
  }
}

/** Ids of the défauts that the demo LPS can be switched to, sorted. */
export async function listDefauts(): Promise<readonly string[]> {
  const child = spawn(process.execPath, [demoMain(), '--list-defauts'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let stdout = '';
  child.stdout.on('data', (chunk: Buffer) => {
    stdout += chunk.toString('utf8');
  });
  await once(child, 'close');
  return stdout
    .split('\n')
    .filter((line) => line !== '')
    .sort();
}

async function announced(
  child: ChildProcess,
  lines: AsyncIterator<string>,
): Promise<Pick<DemoProcess, 'url' | 'psc' | 'pam'>> {
  const deadline = setTimeout(() => child.kill('SIGKILL'), startDeadline);
  try {
    for (;;) {
      const { url, redirectUri, postLogoutRedirectUri, proxy, mllp } = await nextJson(lines);
      if (typeof url !== 'string') continue;
      return {
        url,
        psc: {
          ...(redirectUri === undefined ? {} : { redirectUris: [redirectUri] }),
          ...(postLogoutRedirectUri === undefined ? {} : { postLogoutRedirectUris: [postLogoutRedirectUri] }),
          ...(proxy === undefined ? {} : { proxy: { url: proxy } }),
        },
        pam: mllp === undefined ? {} : { destinataire: { host: '127.0.0.1', port: mllp, tls: false } },
      };
    }
  } finally {
    clearTimeout(deadline);
  }
}

/** The next line that is a JSON object; throws when the process ends before. */
async function nextJson(lines: AsyncIterator<string>): Promise<JsonObject> {
  for (;;) {
    const line = await lines.next();
    if (line.done === true) throw new Error('the demo LPS ended without a word on standard output');
    if (/^\s*\{.*\}\s*$/.test(line.value)) return JSON.parse(line.value) as JsonObject;
  }
}

async function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const closed = once(child, 'close');
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), 2000);
  await closed;
  clearTimeout(timer);
}
