import { fhirPatient } from './fhir-patient.ts';
import type { Identity } from './identity.ts';

/** The FHIR Patient of the identity, base64. */
export function writePatient(identity: Identity): string {
  return Buffer.from(JSON.stringify(fhirPatient(identity, {}))).toString('base64');
}
