import type { Json, JsonObject } from '../../../domain/json.ts';
import type { FhirReply } from '../preuves/reply.ts';
import type { FhirWritten } from '../preuves/views.ts';
import { createPatient, etagOf, updatePatient, type WriteAsked, type WriteDone } from './answer-write.ts';
import { fhirJson, outcomeOf, refuse, type Refusal } from './operation-outcome.ts';
import { isObject, type PatientStore } from './patient-store.ts';

/** What a bundle came to: its answer, and what was written. */
export interface BundleDone {
  readonly kind: 'done';
  readonly reply: FhirReply;
  readonly written: readonly FhirWritten[];
}

const maxEntries = 100;

/**
 * Plays a transaction, all or nothing, or a batch, entry by entry (FHIR R4 §3.1.0.11). Entries create and update
 * Patients; links between entries by `urn:uuid:` become references to what was created.
 */
export function playBundle(
  bundle: JsonObject,
  store: PatientStore,
  base: string,
  now: Date,
): BundleDone | Refusal {
  const type = bundle['type'];
  if (type !== 'transaction' && type !== 'batch') {
    return refuse(
      [400, 'invalid'],
      'bundle-type',
      `Bundle.type ${JSON.stringify(type ?? null)}`,
      'Bundle.type',
    );
  }
  const list = bundle['entry'];
  const entries = Array.isArray(list) ? (list as readonly Json[]) : [];
  if (entries.length > maxEntries) {
    return refuse(
      [413, 'too-costly'],
      'too-many-entries',
      `${String(entries.length)} entries, ${String(maxEntries)} at most`,
    );
  }
  const before = store.snapshot();
  const done: WriteDone[] = [];
  const answers: JsonObject[] = [];
  for (const [index, entry] of entries.entries()) {
    const one = playEntry(entry, `Bundle.entry[${String(index)}]`, store, now);
    if (one.kind === 'refusal' && type === 'transaction') {
      store.restore(before);
      return one;
    }
    answers.push(entryAnswer(one, base));
    if (one.kind === 'done') done.push(one);
  }
  if (type === 'transaction') linkEntries(entries, done, store);
  const resource: JsonObject = {
    resourceType: 'Bundle',
    type: `${type}-response`,
    ...(answers.length === 0 ? {} : { entry: answers }),
  };
  return {
    kind: 'done',
    reply: { status: 200, headers: [], resource, contentType: fhirJson, effect: 'kept' },
    written: done.map(({ written }) => written),
  };
}

function playEntry(entry: Json, path: string, store: PatientStore, now: Date): WriteDone | Refusal {
  const request = isObject(entry) ? entry['request'] : undefined;
  if (!isObject(entry) || !isObject(request)) {
    return refuse([400, 'required'], 'entry-request', `${path}.request is missing`, `${path}.request`);
  }
  const { method, url } = request;
  const resource = entry['resource'];
  const target = /^Patient(?:\/([^/?]+))?(?:\?(.*))?$/.exec(typeof url === 'string' ? url : '');
  if (target === null || (method !== 'POST' && method !== 'PUT')) {
    const text = `${path}: ${JSON.stringify(method ?? null)} ${JSON.stringify(url ?? null)}: create or update a Patient`;
    return refuse([404, 'not-supported'], 'entry-url', text, `${path}.request.url`);
  }
  if (!isObject(resource)) {
    return refuse([400, 'required'], 'entry-resource', `${path}.resource is missing`, `${path}.resource`);
  }
  const [, id, condition] = target;
  const asked: WriteAsked = {
    resource,
    ...member('ifNoneExist', request['ifNoneExist']),
    ...member('ifMatch', request['ifMatch']),
    ...member('id', id),
    ...member('condition', condition),
  };
  if (method === 'POST') return createPatient(asked, store, now);
  if (id === undefined && condition === undefined) {
    return refuse(
      [400, 'required'],
      'entry-url',
      `${path}: PUT without id nor search`,
      `${path}.request.url`,
    );
  }
  return updatePatient(asked, store, now);
}

function entryAnswer(one: WriteDone | Refusal, base: string): JsonObject {
  if (one.kind === 'refusal') return { response: { status: String(one.status), outcome: outcomeOf(one) } };
  const { stored, status } = one;
  return {
    fullUrl: `${base}/Patient/${stored.id}`,
    resource: stored.resource,
    response: {
      status: status === 201 ? '201 Created' : '200 OK',
      location: `Patient/${stored.id}/_history/${String(stored.version)}`,
      etag: etagOf(stored),
      lastModified: stored.lastUpdated,
    },
  };
}

/** Rewrites references to entries of the same transaction, without a new version. */
function linkEntries(entries: readonly Json[], done: readonly WriteDone[], store: PatientStore): void {
  const urls = new Map(
    entries.flatMap((entry, index): readonly (readonly [string, string])[] => {
      const fullUrl = isObject(entry) ? entry['fullUrl'] : undefined;
      const id = done[index]?.stored.id;
      return typeof fullUrl === 'string' && id !== undefined ? [[fullUrl, `Patient/${id}`]] : [];
    }),
  );
  for (const { stored } of done) {
    const text = JSON.stringify(stored.resource);
    const named = [...urls].filter(([url]) => text.includes(JSON.stringify(url)));
    if (named.length === 0) continue;
    const linked = named.reduce(
      (all, [url, id]) => all.replaceAll(JSON.stringify(url), JSON.stringify(id)),
      text,
    );
    // Written by this server just above: still a resource.
    store.amend(stored.id, JSON.parse(linked) as JsonObject);
  }
}

function member<K extends string>(name: K, value: Json | undefined): { readonly [P in K]?: string } {
  return typeof value === 'string' ? ({ [name]: value } as { readonly [P in K]?: string }) : {};
}
