import type { JsonObject } from '../../../domain/json.ts';
import type { FhirWritten } from '../preuves/views.ts';
import { refuse, type Refusal } from './operation-outcome.ts';
import { patientProblem } from './patient-structure.ts';
import { identifiersOf, maxPatients, type PatientStore, type StoredPatient } from './patient-store.ts';
import { readCondition } from './search-criteria.ts';
import { isInsSystem } from './patient-facts.ts';

/** What a write asks for, over HTTP or in an entry of a bundle. */
export interface WriteAsked {
  readonly resource: JsonObject;
  /** If-None-Exist of a create. */
  readonly ifNoneExist?: string;
  /** Id of the URL of an update. */
  readonly id?: string;
  /** Query of the URL of a conditional update. */
  readonly condition?: string;
  readonly ifMatch?: string;
}

/** A write that was done: what is stored, and how. */
export interface WriteDone {
  readonly kind: 'done';
  readonly status: 200 | 201;
  readonly stored: StoredPatient;
  readonly written: FhirWritten;
}

/** Creates a Patient, or finds the only one that If-None-Exist designates (FHIR R4 §3.1.0.8). */
export function createPatient(asked: WriteAsked, store: PatientStore, now: Date): WriteDone | Refusal {
  const problem = patientProblem(asked.resource) ?? roomProblem(store);
  if (problem !== undefined) return problem;
  if (asked.ifNoneExist !== undefined) {
    const found = designated(asked.ifNoneExist, store);
    if (found.kind === 'refusal') return found;
    if (found.patient !== undefined) return done(200, found.patient, 'deja-present', store);
  }
  return done(201, store.create(asked.resource, now), 'cree', store);
}

/** Updates a Patient by its id, or by the search of the URL (FHIR R4 §3.1.0.4); creates one that is not there. */
export function updatePatient(asked: WriteAsked, store: PatientStore, now: Date): WriteDone | Refusal {
  const problem = patientProblem(asked.resource) ?? roomProblem(store);
  if (problem !== undefined) return problem;
  const own = asked.resource['id'];
  if (asked.id === undefined) {
    const found = designated(asked.condition ?? '', store);
    if (found.kind === 'refusal') return found;
    const { patient } = found;
    if (patient === undefined) {
      return typeof own === 'string' && idPattern.test(own)
        ? put(own, asked, store, now)
        : done(201, store.create(asked.resource, now), 'cree', store);
    }
    if (own !== undefined && own !== patient.id) {
      return refuse(
        [400, 'invalid'],
        'id-differs',
        'Patient.id is not that of the Patient found',
        'Patient.id',
      );
    }
    return put(patient.id, asked, store, now);
  }
  if (own !== asked.id) {
    return refuse([400, 'invalid'], 'id-differs', 'Patient.id is not that of the URL', 'Patient.id');
  }
  return put(asked.id, asked, store, now);
}

/** Ids of FHIR R4 (§2.24.0.1). */
export const idPattern: RegExp = /^[A-Za-z0-9\-.]{1,64}$/;

function put(id: string, asked: WriteAsked, store: PatientStore, now: Date): WriteDone | Refusal {
  if (!idPattern.test(id)) return refuse([400, 'value'], 'id', 'the id is not one of FHIR', 'Patient.id');
  const before = store.get(id);
  if (asked.ifMatch !== undefined && asked.ifMatch !== etagOf(before)) {
    const text = `If-Match ${asked.ifMatch}: the version is ${etagOf(before)}`;
    return refuse([412, 'conflict'], 'if-match', text);
  }
  const stored = store.put(id, asked.resource, now);
  return before === undefined ? done(201, stored, 'cree', store) : done(200, stored, 'mis-a-jour', store);
}

/** Weak entity tag of a version (FHIR R4 §3.1.0.4.1). */
export function etagOf(stored: StoredPatient | undefined): string {
  return stored === undefined ? '' : `W/"${String(stored.version)}"`;
}

function designated(
  condition: string,
  store: PatientStore,
): { readonly kind: 'found'; readonly patient: StoredPatient | undefined } | Refusal {
  const { criteria, unknown } = readCondition(condition);
  if (unknown.length > 0 || criteria.identifiers.length + criteria.ids.length === 0) {
    const text = `the condition ${JSON.stringify(condition)} needs identifier or _id, and nothing else`;
    return refuse([412, 'not-supported'], 'condition', text);
  }
  const found = store.matching(criteria);
  if (found.length > 1) {
    return refuse([412, 'multiple-matches'], 'several-matches', `${String(found.length)} Patients match`);
  }
  return { kind: 'found', patient: found[0] };
}

function roomProblem(store: PatientStore): Refusal | undefined {
  if (store.size < maxPatients) return undefined;
  return refuse([507, 'too-costly'], 'full', `the server keeps ${String(maxPatients)} Patients at most`);
}

function done(
  status: WriteDone['status'],
  stored: StoredPatient,
  effet: FhirWritten['effet'],
  store: PatientStore,
): WriteDone {
  const { id, version } = stored;
  return { kind: 'done', status, stored, written: { id, version, effet, doublons: doubles(stored, store) } };
}

/** Other Patients that have one of its local identifiers: an INS may be held twice, a local number may not. */
function doubles(stored: StoredPatient, store: PatientStore): readonly string[] {
  const tokens = identifiersOf(stored.resource).filter(({ system }) => system !== '' && !isInsSystem(system));
  if (tokens.length === 0) return [];
  return store
    .matching({ identifiers: [tokens], ids: [] })
    .map(({ id }) => id)
    .filter((id) => id !== stored.id);
}

/** The headers of a stored version. */
export function versionHeaders(stored: StoredPatient, base: string): readonly (readonly [string, string])[] {
  return [
    ['ETag', etagOf(stored)],
    ['Last-Modified', new Date(stored.lastUpdated).toUTCString()],
    ['Location', `${base}/Patient/${stored.id}/_history/${String(stored.version)}`],
  ];
}
