import { Agent, request } from 'undici';
import { makeDeck } from '../../src/catalogue/deck.ts';
import type { Deck } from '../../src/domain/deck.ts';
import type { ArmedFault, Fault } from '../../src/domain/fault.ts';
import type { JsonObject } from '../../src/domain/json.ts';
import type { Preuve, PreuveDraft, Recorder } from '../../src/domain/preuve.ts';
import type { Pki, RunningService } from '../../src/domain/service.ts';
import { openPki } from '../../src/engine/pki-directory.ts';
import { RunArmory } from '../../src/engine/run-armory.ts';
import { virtualClock } from '../../src/engine/virtual-clock.ts';
import { startFhir } from '../../src/services/fhir/simulator/start-fhir.ts';

export interface Recorded extends Preuve {
  readonly bytes: Readonly<Record<string, Uint8Array>>;
}

/** An answer of the server; `json` is undefined when the body is none. */
export interface FhirAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
  readonly json: Record<string, unknown> | undefined;
}

export interface FhirCall {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** An object is sent as FHIR JSON. */
  readonly body?: string | Uint8Array | object;
}

export interface FhirBench {
  readonly fhir: RunningService;
  readonly deck: Deck;
  readonly pki: Pki;
  readonly preuves: Recorded[];
  readonly url: string;
  arm(fault: Fault<never> | undefined, options?: JsonObject): void;
  /** Calls a path under the base; rejects when the server hangs up. */
  call(path: string, call?: FhirCall): Promise<FhirAnswer>;
  close(): Promise<void>;
}

let authority: Promise<Pki> | undefined;

/** The simulator with its recorder in memory, and a client that trusts it. */
export async function startFhirBench(options: JsonObject = {}): Promise<FhirBench> {
  const preuves: Recorded[] = [];
  const recorder: Recorder = {
    record<V>(draft: PreuveDraft<V>) {
      const preuve = { ...draft, id: `p-${String(preuves.length)}`, at: 0, raw: {}, bytes: draft.raw ?? {} };
      preuves.push(preuve);
      return preuve;
    },
    secret: () => undefined,
  };
  let current: Fault | undefined;
  const armory = new RunArmory(() => {
    if (current === undefined) throw new Error('no fault');
    return current;
  }, recorder);
  const stop = new AbortController();
  const deck = makeDeck('fhir');
  const pki = await (authority ??= openPki());
  let random = 0;
  const fhir = await startFhir({
    ...{ options, deck, recorder, armory, clock: virtualClock(), pki, host: '127.0.0.1' },
    random: () => (random += 0.01),
    signal: stop.signal,
  });
  const dispatcher = new Agent({ connect: { ca: pki.caPem } });
  const url = fhir.endpoints['url'] ?? '';
  return {
    ...{ fhir, deck, pki, preuves, url },
    arm: (fault, faultOptions = {}) => {
      current = fault;
      if (fault === undefined) armory.disarm();
      else armory.arm([{ id: 'fhir/test', options: faultOptions } satisfies ArmedFault]);
    },
    call: (path, call) => callAt(`${url}${path}`, call, dispatcher),
    close: async () => {
      stop.abort();
      await dispatcher.destroy();
      await fhir.close();
    },
  };
}

async function callAt(url: string, call: FhirCall = {}, dispatcher: Agent): Promise<FhirAnswer> {
  const { body } = call;
  const resource = typeof body === 'object' && !(body instanceof Uint8Array);
  const sent = resource ? JSON.stringify(body) : body;
  const answer = await request(url, {
    method: (call.method ?? (body === undefined ? 'GET' : 'POST')) as 'GET',
    headers: { ...(body === undefined ? {} : { 'content-type': 'application/fhir+json' }), ...call.headers },
    ...(sent === undefined ? {} : { body: sent as string }),
    dispatcher,
  });
  const text = await answer.body.text();
  return { status: answer.statusCode, headers: answer.headers, text, json: parsed(text) };
}

function parsed(text: string): Record<string, unknown> | undefined {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return undefined;
  }
}

/** A Patient with one local number, as a software may send it. */
export function patientOf(value = '42', edit: object = {}): Record<string, unknown> {
  return {
    resourceType: 'Patient',
    identifier: [{ system: 'urn:oid:2.25.1', value }],
    name: [{ use: 'official', family: 'ZZTEST', given: ['ANNE'] }],
    gender: 'female',
    birthDate: '1979-03-28',
    ...edit,
  };
}
