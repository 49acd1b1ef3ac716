import type { HttpExchangeView } from '../../../domain/preuve.ts';

/**
 * What the FHIR peer records.
 *
 * | kind | view | raw |
 * |---|---|---|
 * | `fhir/write` | FhirWriteView: create, update, transaction, batch | `request`, `response`, `resource` (body sent) |
 * | `fhir/query` | FhirCallView: capabilities, read, search | `request`, `response` |
 * | `fhir/sent` | FhirSentView: the bench called the software | `sent` (our body), `response`, `resource` (its body) |
 * | `fhir/unknown-request` | HttpExchangeView: an interaction that the server does not have, or a broken client | |
 *
 * In every kind `resource` is what the software wrote, so that resource checks read one name.
 */
export interface FhirCallView extends HttpExchangeView {
  readonly interaction: FhirInteraction;
  readonly contentType?: string;
  /** Code of what made the server refuse: `content-type`, `charset`, `not-json`, `not-patient`, `no-match`... */
  readonly problem?: string;
  readonly faults: readonly string[];
}

export type FhirInteraction =
  'capabilities' | 'read' | 'search' | 'create' | 'update' | 'transaction' | 'batch';

export interface FhirWriteView extends FhirCallView {
  /** If-None-Exist of a create, search of a conditional update. */
  readonly condition?: string;
  readonly ifMatch?: string;
  /** Patients as sent, nothing corrected. */
  readonly patients: readonly FhirPatientFacts[];
  /** What the server made of them; empty when it refused, or when a fault made it forget. */
  readonly ecrits: readonly FhirWritten[];
}

/** One Patient, as its members tell it. */
export interface FhirPatientFacts {
  /** `Patient`, or its place in the bundle. */
  readonly path: string;
  readonly profils: readonly string[];
  /** Identifiers that are no INS: `system|value`. */
  readonly locaux: readonly string[];
  readonly ins: readonly { readonly matricule: string; readonly oid: string; readonly use: string }[];
  /** Codes of identityStatus. */
  readonly statuts: readonly string[];
  readonly nomNaissance: string;
  readonly premierPrenom: string;
  readonly prenoms: string;
  readonly sexe: string;
  readonly dateNaissance: string;
  readonly lieuNaissance: string;
}

export interface FhirWritten {
  readonly id: string;
  readonly version: number;
  readonly effet: 'cree' | 'mis-a-jour' | 'deja-present';
  /** Other Patients of the server that have one of its local identifiers. */
  readonly doublons: readonly string[];
}

export interface FhirSentView {
  readonly method: string;
  readonly url: string;
  /** What the bench sent, by name; `lecture` and `capacites` send nothing. */
  readonly variante: string;
  /** Role of the deck that it is about; empty when it is about none. */
  readonly role: string;
  /** Birth name and date that were sent: those to look for. */
  readonly nomNaissance: string;
  readonly dateNaissance: string;
  /** What was sent carried an INS in force. */
  readonly ins: boolean;
  /** `answered`; `unreachable`: no connection; `no-answer`: nothing within the deadline; `broken`: not HTTP, or cut. */
  readonly issue: 'answered' | 'unreachable' | 'no-answer' | 'broken';
  /** 0 when nothing was answered. */
  readonly status: number;
  readonly responseHeaders: readonly (readonly [string, string])[];
  /** `resourceType` of the answer; empty when it is no FHIR resource. */
  readonly reponse: string;
}
