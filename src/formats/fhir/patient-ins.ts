import type { Extension, Identifier, Patient } from '@medplum/fhirtypes';
import { insAuthority, type InsAuthority } from '../ins/ins-authority.ts';
import { fhirList } from './fhir-list.ts';
import { fhirText } from './fhir-text.ts';

const base = 'https://hl7.fr/ig/fhir/core/StructureDefinition/';
const birthPlaceUrl = 'http://hl7.org/fhir/StructureDefinition/patient-birthPlace';

/** Canonical of the profile of a patient whose identity travels with its INS; a version may follow it. */
const patientInsProfile = `${base}fr-core-patient-ins`;

/** An identifier under an INS authority. */
export interface FhirIns {
  readonly identifier: Identifier;
  readonly authority: InsAuthority;
  readonly value: string;
  /** Codes of `type.coding`. */
  readonly types: readonly string[];
  readonly use: string;
  readonly path: string;
}

/** A code of one part of a reliability extension. */
export interface ReliabilityCode {
  readonly part: 'identityStatus' | 'methodCollection' | 'validationMode';
  readonly code: string;
  readonly path: string;
}

/** What the INS rules look at in a Patient; nothing is corrected. */
export interface PatientIns {
  /** True when `meta.profile` names fr-core-patient-ins. */
  readonly profiled: boolean;
  readonly ins: readonly FhirIns[];
  /** Paths of every identifier of use `official`. */
  readonly official: readonly string[];
  /** Codes of `identityStatus`, all reliability extensions together. */
  readonly statuses: readonly string[];
  /** Attributes: codes of `comment` and those that v2-0445 puts among statuses. */
  readonly attributes: readonly string[];
  readonly reliabilities: number;
  /** Codes of the reliability extensions, with their places. */
  readonly reliabilityCodes: readonly ReliabilityCode[];
  readonly birthPlaces: readonly string[];
}

/** Reads the INS side of a Patient (FR Core). Members of an unexpected type count as absent. */
export function readPatientIns(patient: Patient): PatientIns {
  const identifiers = fhirList(patient.identifier);
  const reliabilities = fhirList(patient.extension).filter(
    (one) => one.url === `${base}fr-core-identity-reliability`,
  );
  const codes = (part: string): readonly string[] =>
    reliabilities.flatMap((one) =>
      fhirList(one.extension)
        .filter((sub) => sub.url === part)
        .flatMap(codesOf),
    );
  const statuses = codes('identityStatus');
  return {
    profiled: (Array.isArray(patient.meta?.profile) ? patient.meta.profile : []).some(
      (profile) => fhirText(profile).split('|')[0] === patientInsProfile,
    ),
    ins: identifiers.flatMap(insOf),
    official: identifiers.flatMap((one, index) =>
      one.use === 'official' ? [`Patient.identifier[${index}]`] : [],
    ),
    statuses,
    attributes: [...statuses, ...codes('comment')].filter((code) => /^(DOUT|FICT|HOMA|HOMD)$/.test(code)),
    reliabilities: reliabilities.length,
    reliabilityCodes: reliabilities.flatMap(partsOf),
    birthPlaces: fhirList(patient.extension)
      .filter((one) => one.url === birthPlaceUrl)
      .map((one) => birthPlaceCode(one)),
  };
}

/** An identifier is an INS by its authority, unless its type says billing number: older releases put those under `.8`. */
function insOf(identifier: Identifier, index: number): readonly FhirIns[] {
  const { system, value } = identifier;
  const authority = typeof system === 'string' ? insAuthority(system.replace(/^urn:oid:/, '')) : undefined;
  const types = fhirList(identifier.type?.coding).map((coding) => fhirText(coding.code));
  if (authority === undefined || types.includes('NH')) return [];
  return [
    {
      identifier,
      authority,
      value: fhirText(value),
      types,
      use: fhirText(identifier.use),
      path: `Patient.identifier[${index}]`,
    },
  ];
}

function partsOf(reliability: Extension): readonly ReliabilityCode[] {
  return fhirList(reliability.extension).flatMap((one) => {
    const part = one.url;
    if (part !== 'identityStatus' && part !== 'methodCollection' && part !== 'validationMode') return [];
    const path = `Patient.extension(identityReliability).${part}`;
    return codesOf(one).map((code) => ({ part, code, path }));
  });
}

function codesOf(extension: Extension): readonly string[] {
  const { valueCoding, valueCodeableConcept, valueCode } = extension;
  return [
    valueCoding?.code,
    valueCode,
    ...fhirList(valueCodeableConcept?.coding).map((coding) => coding.code),
  ].filter((code): code is string => typeof code === 'string');
}

function birthPlaceCode(extension: Extension): string {
  const insee = fhirList(extension.valueAddress?.extension).find(
    (one) => one.url === `${base}fr-core-address-insee-code`,
  );
  return fhirText(insee?.valueCoding?.code);
}

/** Canonical of the extension that holds all birth given names. */
export const birthListUrl: string = `${base}fr-core-patient-birth-list-given-name`;
