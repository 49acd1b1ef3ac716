import type { Json, JsonObject } from '../../../domain/json.ts';
import { readFhir } from '../../../formats/fhir/read-fhir.ts';
import type { WireRequest } from '../../../wire/http-exchange.ts';
import { refuse, type Refusal } from './operation-outcome.ts';

const accepted = ['application/fhir+json', 'application/json', 'text/json'];

/** Reads the resource of a request, or says why the server refuses it (FHIR R4 §2.6.1, §3.1.0.1.8). */
export function readBody(
  request: WireRequest,
): { readonly kind: 'resource'; readonly resource: JsonObject } | Refusal {
  const contentType = request.header('content-type') ?? '';
  const [mediaType = '', ...parameters] = contentType.split(';').map((part) => part.trim().toLowerCase());
  if (!accepted.includes(mediaType)) {
    return refuse(
      [415, 'not-supported'],
      'content-type',
      `Content-Type ${quoted(contentType)}: FHIR JSON only`,
    );
  }
  const charset = parameter(parameters, 'charset');
  if (charset !== undefined && charset !== 'utf-8') {
    return refuse([415, 'not-supported'], 'charset', `charset ${quoted(charset)}: FHIR is UTF-8`);
  }
  const version = parameter(parameters, 'fhirversion');
  if (version !== undefined && !/^4\.0(\.|$)/.test(version)) {
    return refuse(
      [415, 'not-supported'],
      'fhir-version',
      `fhirVersion ${quoted(version)}: the server is R4 (4.0)`,
    );
  }
  const encoding = request.header('content-encoding');
  if (encoding !== undefined && encoding.toLowerCase() !== 'identity') {
    return refuse([415, 'not-supported'], 'content-encoding', `Content-Encoding ${quoted(encoding)}`);
  }
  if (!isUtf8(request.body)) return refuse([400, 'structure'], 'not-utf8', 'the body is not UTF-8');
  const reading = readFhir(request.body);
  if (reading.kind === 'problem') return refuse([400, 'structure'], 'not-json', reading.message);
  // Read from JSON: only members of JSON types are there.
  return { kind: 'resource', resource: reading.resource as unknown as JsonObject };
}

/** Refuses to answer a client that admits no JSON. */
export function acceptProblem(request: WireRequest): Refusal | undefined {
  const format = request.query.find(([name]) => name === '_format')?.[1];
  const wanted = format ?? request.header('accept') ?? '*/*';
  const types = wanted.split(',').map((part) => part.split(';')[0]?.trim().toLowerCase() ?? '');
  const json = [...accepted, 'json', '*/*', 'application/*', 'text/*'];
  if (types.some((type) => json.includes(type))) return undefined;
  return refuse(
    [406, 'not-supported'],
    'not-acceptable',
    `${quoted(wanted)}: the server writes FHIR JSON only`,
  );
}

function parameter(parameters: readonly string[], name: string): string | undefined {
  return parameters
    .find((one) => one.startsWith(`${name}=`))
    ?.slice(name.length + 1)
    .replaceAll('"', '');
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function quoted(text: Json): string {
  return JSON.stringify(text);
}
