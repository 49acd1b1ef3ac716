import type { JsonObject } from '../../../domain/json.ts';
import type { Pairs } from '../../../wire/http-exchange.ts';
import type { FhirReply } from '../preuves/reply.ts';
import { versionHeaders, etagOf } from './answer-write.ts';
import { fhirJson, refuse, type Refusal } from './operation-outcome.ts';
import type { PatientStore } from './patient-store.ts';
import { queryText, readSearch } from './search-criteria.ts';

const mostResults = 100;

/** Reads a Patient by its id; 304 when the client has that version already (FHIR R4 §3.1.0.2, §3.1.0.1.5). */
export function readPatient(
  id: string,
  ifNoneMatch: string | undefined,
  store: PatientStore,
  base: string,
): FhirReply | Refusal {
  const stored = store.get(id);
  if (stored === undefined) return refuse([404, 'not-found'], 'not-found', `no Patient/${id}`);
  const headers = versionHeaders(stored, base).filter(([name]) => name !== 'Location');
  const same = ifNoneMatch === etagOf(stored);
  return {
    status: same ? 304 : 200,
    headers,
    ...(same ? {} : { resource: stored.resource }),
    contentType: fhirJson,
    effect: 'kept',
  };
}

/** Searches Patients (FHIR R4 §3.1.1); an unknown parameter is left out, unless `Prefer: handling=strict`. */
export function searchPatients(
  query: Pairs,
  { prefer, base, store }: { readonly prefer: string; readonly base: string; readonly store: PatientStore },
): FhirReply | Refusal {
  const { criteria, unknown, count = mostResults } = readSearch(query);
  if (unknown.length > 0 && prefer.includes('handling=strict')) {
    return refuse([400, 'not-supported'], 'parameter', `unknown search parameters: ${unknown.join(', ')}`);
  }
  const found = store.matching(criteria);
  const used = query.filter(([name]) => !unknown.includes(name));
  const resource: JsonObject = {
    resourceType: 'Bundle',
    type: 'searchset',
    total: found.length,
    link: [{ relation: 'self', url: `${base}/Patient?${queryText(used)}` }],
    ...(found.length === 0 ? {} : { entry: entriesOf(found.slice(0, Math.min(count, mostResults)), base) }),
  };
  return { status: 200, headers: [], resource, contentType: fhirJson, effect: 'kept' };
}

function entriesOf(
  found: readonly { readonly id: string; readonly resource: JsonObject }[],
  base: string,
): readonly JsonObject[] {
  return found.map(({ id, resource }) => ({
    fullUrl: `${base}/Patient/${id}`,
    resource,
    search: { mode: 'match' },
  }));
}
