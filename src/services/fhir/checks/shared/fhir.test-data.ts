import type { Check, CheckInput, CheckResult } from '../../../../domain/check.ts';
import type { Deck, Patient } from '../../../../domain/deck.ts';
import type { JsonObject } from '../../../../domain/json.ts';
import type { PiloteView, Preuve } from '../../../../domain/preuve.ts';
import type { FhirPatientFacts, FhirSentView, FhirWriteView } from '../../preuves/views.ts';

/** The INS of the patient that every exchange is about. */
export const ins: { readonly matricule: string; readonly oid: string } = {
  matricule: '279035121518989',
  oid: '1.2.250.1.213.1.4.10',
};
/** The INS that the patient had before. */
export const former: { readonly matricule: string; readonly oid: string } = {
  matricule: '179035121518909',
  oid: '1.2.250.1.213.1.4.10',
};
const patient: Patient = {
  role: 'tiers-1',
  ...ins,
  historique: [{ ...former, dateFin: '2021-03-15' }],
  nomNaissance: 'ZZTEST-UN',
  prenoms: ['ANNE', 'MARIE'],
  sexe: 'F',
  dateNaissance: '1979-03-28',
  lieuNaissance: '51215',
};
const deck: Deck = { seed: 'fhir', professionnels: [], patients: [patient], structures: [] };

/** A Patient without INS, as the record tells it. */
export const facts: FhirPatientFacts = {
  path: 'Patient',
  profils: [],
  locaux: ['urn:oid:2.25.1|ipp-1'],
  ins: [],
  statuts: ['PROV'],
  nomNaissance: patient.nomNaissance,
  premierPrenom: 'ANNE',
  prenoms: 'ANNE MARIE',
  sexe: 'F',
  dateNaissance: patient.dateNaissance,
  lieuNaissance: patient.lieuNaissance,
};

/** A write of the software that the server took, edited. */
export function write(edit: Partial<FhirWriteView> = {}, at = 0): Preuve<FhirWriteView> {
  const view: FhirWriteView = {
    method: 'PUT',
    origin: 'https://127.0.0.1:1',
    path: '/fhir/Patient',
    query: [],
    headers: [['Content-Type', 'application/fhir+json']],
    status: 200,
    responseHeaders: [],
    interaction: 'update',
    contentType: 'application/fhir+json',
    patients: [facts],
    ecrits: [{ id: 'segur-1', version: 2, effet: 'mis-a-jour', doublons: [] }],
    faults: [],
    ...edit,
  };
  return { id: `p-${String(at + 1)}`, kind: 'fhir/write', at, view, raw: {} };
}

/** A Patient that the bench sent and the software created, edited. */
export function sent(edit: Partial<FhirSentView> = {}): Preuve<FhirSentView> {
  const view: FhirSentView = {
    method: 'POST',
    url: 'https://lps.example/fhir/Patient',
    variante: 'qualifiee',
    role: patient.role,
    nomNaissance: patient.nomNaissance,
    dateNaissance: patient.dateNaissance,
    ins: true,
    issue: 'answered',
    status: 201,
    responseHeaders: [['location', 'https://lps.example/fhir/Patient/ipp-1/_history/1']],
    reponse: 'Patient',
    ...edit,
  };
  return { id: 'p-5', kind: 'fhir/sent', at: 0, view, raw: {} };
}

/** An answer of the software to an action. */
export function answered(
  action: string,
  output: JsonObject,
  answer: PiloteView['answer'] = 'done',
): Preuve<PiloteView> {
  const kind = ['ins.rechercher', 'ins.exporter-traces', 'ins.lire'].includes(action)
    ? 'pilote/probe'
    : 'pilote/action';
  return { id: 'p-9', kind, at: 0, view: { action, input: {}, answer, output, took: 1 }, raw: {} };
}

const known: CheckInput['facts'] = { deck, services: {}, endpoints: {}, solution: {}, candidature: {} };

/** What a check examined, and the codes of its findings. */
export function judged<O>(
  check: Check<O>,
  preuves: readonly Preuve[],
  options: O,
): readonly [number, readonly string[]] {
  const result = resultOf(check, preuves, options);
  return [result.examined, result.findings.map(({ code }) => code)];
}

/** What a check examined, and the codes of its findings, when the software answered with this resource. */
export function judgedBytes(
  check: Check,
  preuve: Preuve,
  resource: object | undefined,
): readonly [number, readonly string[]] {
  const bytes = Buffer.from(JSON.stringify(resource ?? null));
  const raw = resource === undefined ? {} : { resource: { sha256: '0', size: bytes.length } };
  const input = { preuves: [{ ...preuve, raw }], control: [], options: {}, bytes: () => bytes };
  const result = check.judge({ ...input, facts: known });
  return [result.examined, result.findings.map(({ code }) => code)];
}

/** The codes of what a check notes. */
export function noted<O>(check: Check<O>, preuves: readonly Preuve[], options: O): readonly string[] {
  return (resultOf(check, preuves, options).notes ?? []).map(({ code }) => code);
}

function resultOf<O>(check: Check<O>, preuves: readonly Preuve[], options: O): CheckResult {
  return check.judge({ preuves, control: [], options, facts: known, bytes: () => new Uint8Array() });
}
