import type { HumanName, Patient } from '@medplum/fhirtypes';
import { fhirList } from './fhir-list.ts';
import { birthListUrl, readPatientIns } from './patient-ins.ts';

/** Traits of a Patient (FR Core); a trait that it does not carry is undefined, dates are as written. */
export interface PatientTraits {
  readonly matricule: string | undefined;
  readonly oid: string | undefined;
  readonly nomNaissance: string | undefined;
  readonly premierPrenom: string | undefined;
  readonly prenoms: string | undefined;
  readonly sexe: string | undefined;
  readonly dateNaissance: string | undefined;
  readonly lieuNaissance: string | undefined;
}

const sexes: Readonly<Record<string, string>> = { male: 'M', female: 'F', unknown: 'I', other: 'I' };

/** Reads the traits where FR Core puts them: official INS, official name (or the only one), birth place by COG. */
export function readPatientTraits(patient: Patient): PatientTraits {
  const read = readPatientIns(patient);
  const ins = read.ins.find(({ use }) => use === 'official');
  const names = fhirList(patient.name);
  const name: HumanName | undefined = names.find(({ use }) => use === 'official') ?? names[0];
  const list = fhirList(name?.extension).find(({ url }) => url === birthListUrl)?.valueString;
  return {
    matricule: ins?.value,
    oid: ins?.identifier.system?.replace(/^urn:oid:/, ''),
    nomNaissance: name?.family,
    premierPrenom: Array.isArray(name?.given) ? name.given[0] : undefined,
    prenoms: list,
    sexe: sexes[patient.gender ?? ''],
    dateNaissance: patient.birthDate,
    lieuNaissance: read.birthPlaces[0],
  };
}
