import { Agent, request } from 'undici';
import type { Pki } from '../../../domain/service.ts';
import type { FhirSentView } from '../preuves/views.ts';

/** Where the software receives Patients. */
export interface Destination {
  /** Base address, without slash at its end. */
  readonly url: string;
  /** Value of the Authorization header. */
  readonly authorization?: string;
}

export interface Exchanged extends Pick<FhirSentView, 'issue' | 'status' | 'responseHeaders'> {
  readonly body: Uint8Array;
}

const deadlineMs = 10_000;
const maxBodyBytes = 4 * 1024 * 1024;
const nothing = { status: 0, responseHeaders: [], body: new Uint8Array() };

/** The bench as a client of the software: one call after the other, none of which throws, whatever is answered. */
export class FhirClient {
  readonly #destination: Destination;
  readonly #signal: AbortSignal;
  readonly #pki: Pki;
  #agent: Promise<Agent> | undefined;

  constructor(destination: Destination, pki: Pki, signal: AbortSignal) {
    this.#destination = destination;
    this.#signal = signal;
    this.#pki = pki;
  }

  async call(
    path: string,
    {
      method,
      headers,
      body,
    }: {
      readonly method: 'GET' | 'POST' | 'PUT';
      readonly headers: Readonly<Record<string, string>>;
      readonly body?: Uint8Array;
    },
  ): Promise<Exchanged> {
    const { url, authorization } = this.#destination;
    const late = AbortSignal.timeout(deadlineMs);
    this.#agent ??= openAgent(this.#destination, this.#pki);
    const dispatcher = await this.#agent;
    try {
      const answer = await request(`${url}${path}`, {
        method,
        headers: {
          accept: 'application/fhir+json',
          ...headers,
          ...(authorization === undefined ? {} : { authorization }),
        },
        ...(body === undefined ? {} : { body }),
        dispatcher,
        signal: AbortSignal.any([this.#signal, late]),
      });
      return {
        issue: 'answered',
        status: answer.statusCode,
        responseHeaders: pairs(answer.headers),
        body: await limited(answer.body),
      };
    } catch (error) {
      return { ...nothing, issue: late.aborted ? 'no-answer' : issueOf(error) };
    }
  }

  async close(): Promise<void> {
    await (await this.#agent)?.destroy();
  }
}

async function openAgent({ url }: Destination, pki: Pki): Promise<Agent> {
  if (!url.startsWith('https:')) return new Agent();
  const { certPem, keyPem } = await pki.client({ commonName: 'segur-banc', organizationalUnit: 'banc' });
  // The software's own authority is not known here: its certificate is not what these rows judge.
  return new Agent({ connect: { rejectUnauthorized: false, cert: certPem, key: keyPem } });
}

function issueOf(error: unknown): FhirSentView['issue'] {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'].includes(String(code))
    ? 'unreachable'
    : 'broken';
}

async function limited(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const kept: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.length;
    if (size > maxBodyBytes) throw new Error('the answer is too large');
    kept.push(chunk);
  }
  return Buffer.concat(kept);
}

function pairs(
  headers: Readonly<Record<string, string | readonly string[] | undefined>>,
): FhirSentView['responseHeaders'] {
  return Object.entries(headers).flatMap(([name, value]) =>
    value === undefined
      ? []
      : (typeof value === 'string' ? [value] : value).map((one) => [name, one] as const),
  );
}
