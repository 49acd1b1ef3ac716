import type { Patient } from '@medplum/fhirtypes';
import type { JsonObject } from '../../../domain/json.ts';
import { fhirText } from '../../../formats/fhir/fhir-text.ts';
import { readPatientIns } from '../../../formats/fhir/patient-ins.ts';
import { readPatientTraits } from '../../../formats/fhir/patient-traits.ts';
import { insAuthority } from '../../../formats/ins/ins-authority.ts';
import type { FhirPatientFacts } from '../preuves/views.ts';
import { identifiersOf } from './patient-store.ts';

/** What a resource says of its patient; undefined when it is no Patient. */
export function patientFacts(resource: JsonObject, path: string): FhirPatientFacts | undefined {
  if (resource['resourceType'] !== 'Patient') return undefined;
  // Readers look at every member as if it could be absent or of another type.
  const patient = resource as unknown as Patient;
  const read = readPatientIns(patient);
  const traits = readPatientTraits(patient);
  const profiles = patient.meta?.profile;
  return {
    path,
    profils: (Array.isArray(profiles) ? profiles : []).map(fhirText),
    locaux: identifiersOf(resource)
      .filter(({ system }) => !isInsSystem(system))
      .map(({ system, value }) => `${system}|${value}`),
    ins: read.ins.map(({ value, authority, use }) => ({ matricule: value, oid: authority.oid, use })),
    statuts: read.statuses,
    nomNaissance: fhirText(traits.nomNaissance),
    premierPrenom: fhirText(traits.premierPrenom),
    prenoms: fhirText(traits.prenoms),
    sexe: fhirText(traits.sexe),
    dateNaissance: fhirText(traits.dateNaissance),
    lieuNaissance: fhirText(traits.lieuNaissance),
  };
}

/** True for the systems under which a matricule INS travels. */
export function isInsSystem(system: string): boolean {
  return insAuthority(system.replace(/^urn:oid:/, '')) !== undefined;
}
