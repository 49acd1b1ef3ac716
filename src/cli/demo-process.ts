import { spawn, type ChildProcess } from 'node:child_process';
import { on, once } from 'node:events';
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
  /** Where it receives Patients in FHIR, as options of service `fhir`. */
  readonly fhir: JsonObject;
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
    ...['--echelle', String(time.scale), '--origine', String(time.origin)],
  ];
  const child = spawn(process.execPath, [demoMain(), ...args], { stdio: ['pipe', 'pipe', 'pipe'] });
  let stderr = '';
  child.stderr.on('data', (chunk: Buffer) => {
    stderr = (stderr + chunk.toString('utf8')).slice(-2000);
  });
  try {
    return { ...(await announced(child)), stop: () => stopped(child) };
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

async function announced(child: ChildProcess): Promise<Omit<DemoProcess, 'stop'>> {
  const deadline = setTimeout(() => child.kill('SIGKILL'), startDeadline);
  let text = '';
  try {
    child.stdout?.setEncoding('utf8');
    for await (const chunk of on(child.stdout ?? child, 'data', { close: ['end'] })) {
      text += String(chunk);
      const line = text
        .split('\n')
        .find((candidate) => candidate.trim().startsWith('{') && candidate.trim().endsWith('}'));
      if (line === undefined) continue;
      const parsed = JSON.parse(line) as Readonly<Record<string, string | undefined>> & {
        readonly mllp?: number;
      };
      const { url, redirectUri, postLogoutRedirectUri, proxy, mllp, fhir } = parsed;
      if (url === undefined) continue;
      return {
        url,
        psc: {
          ...(redirectUri === undefined ? {} : { redirectUris: [redirectUri] }),
          ...(postLogoutRedirectUri === undefined ? {} : { postLogoutRedirectUris: [postLogoutRedirectUri] }),
          ...(proxy === undefined ? {} : { proxy: { url: proxy } }),
        },
        fhir: fhir === undefined ? {} : { destinataire: { url: fhir } },
        pam: mllp === undefined ? {} : { destinataire: { host: '127.0.0.1', port: mllp, tls: false } },
      };
    }
  } finally {
    clearTimeout(deadline);
  }
  throw new Error('no address was announced on standard output');
}

async function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const closed = once(child, 'close');
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), 2000);
  await closed;
  clearTimeout(timer);
}
