import type { Patient, Resource } from '@medplum/fhirtypes';
import type { CheckInput, CheckResult } from '../../../../domain/check.ts';
import type { Finding } from '../../../../domain/finding.ts';
import type { Preuve } from '../../../../domain/preuve.ts';
import { entriesOf } from '../../../../formats/fhir/pdsm.ts';
import { readPatientIns, type PatientIns } from '../../../../formats/fhir/patient-ins.ts';
import { readResource } from '../../../../formats/fhir/read-resource.ts';
import { toFinding, type Observation } from './judge-found.ts';

/** Kinds of preuve whose bytes FHIR checks open: a file handed in, a resource that the software wrote over HTTP, or answered. */
export const fhirKinds: readonly string[] = ['file/submitted', 'fhir/write', 'fhir/sent'];

type Input = Pick<CheckInput, 'preuves' | 'bytes'>;

/** A resource found in a preuve, alone or in a bundle. */
export interface FoundResource {
  readonly resource: Resource;
  /** Empty for the resource of the file itself. */
  readonly label: string;
}

/** Bytes of a preuve; undefined when it has none that could be FHIR. */
export function fhirBytes(input: Input, preuve: Preuve): Uint8Array | undefined {
  const ref = preuve.raw['file'] ?? preuve.raw['resource'];
  return ref === undefined ? undefined : input.bytes(ref);
}

/** Judges each resource, the bundle first and then what it holds; `undefined` leaves one unexamined. */
export function judgeResources(
  input: Input,
  look: (found: FoundResource) => readonly Observation[] | undefined,
): CheckResult {
  let examined = 0;
  const findings: Finding[] = [];
  for (const preuve of input.preuves) {
    const bytes = fhirBytes(input, preuve);
    const reading = bytes === undefined ? undefined : readResource(bytes);
    if (reading?.kind !== 'resource') continue;
    for (const found of resourcesOf(reading.resource)) {
      const seen = look(found);
      if (seen === undefined) continue;
      examined += 1;
      findings.push(...seen.map((observation) => toFinding(observation, preuve.id, found.label)));
    }
  }
  return { examined, findings };
}

/** Judges each Patient, with the INS side of it already read. */
export function judgePatients(
  input: Input,
  look: (read: PatientIns, patient: Patient) => readonly Observation[] | undefined,
): CheckResult {
  return judgeResources(input, ({ resource }) =>
    resource.resourceType === 'Patient' ? look(readPatientIns(resource), resource) : undefined,
  );
}

function resourcesOf(resource: Resource): readonly FoundResource[] {
  const inside =
    resource.resourceType === 'Bundle'
      ? entriesOf(resource).map((entry) => ({ resource: entry.resource, label: entry.path }))
      : [];
  return [{ resource, label: '' }, ...inside];
}
