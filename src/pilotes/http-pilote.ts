import { readFileSync } from 'node:fs';
import { Agent, request } from 'undici';
import type { Json } from '../domain/json.ts';
import type { Pilote, PiloteAnswer, PiloteCall, PreflightProblem } from '../domain/pilote.ts';
import { InputError } from '../domain/segur-error.ts';
import { brokenAnswer } from './broken-answer.ts';
import { navigatedOutput } from './navigated-output.ts';
import type { Navigator } from './navigator.ts';

export interface HttpPiloteOptions {
  readonly url: string;
  /** PEM file of the authority of the vendor's endpoint. */
  readonly ca?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly kind?: 'http' | 'demo';
}

const maxAnswerBytes = 5_000_000;

/** Asks actions of a vendor that exposes `schemas/pilotage.openapi.yaml`; navigations are played by the bench. */
export function httpPilote(options: HttpPiloteOptions, navigator: Navigator): Pilote {
  const base = parseBase(options.url);
  const agent = new Agent({ connect: options.ca === undefined ? {} : { ca: readPem(options.ca) } });
  return {
    kind: options.kind ?? 'http',
    preflight: (_actions, signal) => reachable(base, agent, options.headers ?? {}, signal),
    call: (call) => ask(call, { base, agent, headers: options.headers ?? {}, navigator }),
    close: () => agent.destroy(),
  };
}

function parseBase(url: string): string {
  if (!URL.canParse(url)) {
    throw new InputError('PILOTE_URL', `pilote.url is not an address: ${url}`, {
      hint: 'Write the base address of the pilotage endpoint, e.g. http://127.0.0.1:8090/pilotage',
    });
  }
  return url.replace(/\/$/, '');
}

function readPem(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new InputError('PILOTE_CA', `cannot read pilote.ca ${file}`, {
      cause,
      hint: 'Give a readable PEM file.',
    });
  }
}

interface Endpoint {
  readonly base: string;
  readonly agent: Agent;
  readonly headers: Readonly<Record<string, string>>;
  readonly navigator: Navigator;
}

async function ask(call: PiloteCall, endpoint: Endpoint): Promise<PiloteAnswer> {
  const url = `${endpoint.base}/actions/${call.action.id}`;
  try {
    const response = await request(url, {
      method: 'POST',
      dispatcher: endpoint.agent,
      signal: call.signal,
      headers: { 'content-type': 'application/json', accept: 'application/json', ...endpoint.headers },
      body: JSON.stringify(call.input),
    });
    const text = await readText(response.body);
    if (response.statusCode === 501) return { kind: 'unsupported' };
    if (response.statusCode === 404) return { kind: 'unsupported', message: `404 at ${url}` };
    if (response.statusCode >= 300) {
      return { kind: 'broken', message: `HTTP ${response.statusCode} at ${url}: ${text.slice(0, 200)}` };
    }
    const output = parseAnswer(text);
    if (output === undefined)
      return { kind: 'broken', message: `${url} did not answer JSON: ${text.slice(0, 200)}` };
    const session = call.input['session'];
    return {
      kind: 'done',
      output: await navigatedOutput(
        output,
        typeof session === 'string' ? session : 'principale',
        endpoint.navigator,
        call.signal,
      ),
    };
  } catch (error) {
    return brokenAnswer(error, url);
  }
}

async function readText(body: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.byteLength;
    if (size > maxAnswerBytes) throw new Error(`answer over ${maxAnswerBytes} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parseAnswer(text: string): Json | undefined {
  if (text.trim() === '') return {};
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

async function reachable(
  base: string,
  agent: Agent,
  headers: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<readonly PreflightProblem[]> {
  try {
    const response = await request(base, {
      dispatcher: agent,
      signal: AbortSignal.any([signal, AbortSignal.timeout(5000)]),
      headers,
    });
    await response.body.dump();
    return [];
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return [
      {
        severity: 'blocking',
        message: {
          fr: `Le pilotage ne répond pas à ${base} : ${why}`,
          en: `Pilotage does not answer at ${base}: ${why}`,
        },
        hint: {
          fr: 'Démarrez votre logiciel, ou corrigez pilote.url (et pilote.ca) dans le dossier.',
          en: 'Start your software, or correct pilote.url (and pilote.ca) in the dossier.',
        },
      },
    ];
  }
}
