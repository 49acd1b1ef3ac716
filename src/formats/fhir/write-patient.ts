import type { Extension, Identifier, Patient } from '@medplum/fhirtypes';
import { insAuthority } from '../ins/ins-authority.ts';
import { birthListUrl } from './patient-ins.ts';

const core = 'https://hl7.fr/ig/fhir/core/';
const definition = `${core}StructureDefinition/`;
const identifierTypes = `${core}CodeSystem/fr-core-cs-v2-0203`;
const communes = 'https://mos.esante.gouv.fr/NOS/TRE_R13-CommuneOM/FHIR/TRE-R13-CommuneOM';

/** A Patient to write under FR Core; dates `YYYY-MM-DD`. */
export interface PatientToWrite {
  readonly profile: 'fr-core-patient' | 'fr-core-patient-ins';
  /** Codes of table 0445: one reliability extension for each. */
  readonly statuses: readonly string[];
  readonly identifiers: readonly Identifier[];
  readonly traits: {
    readonly nomNaissance: string;
    readonly prenoms: readonly string[];
    readonly sexe: string;
    readonly dateNaissance: string;
    readonly lieuNaissance: string;
  };
}

/** Writes a Patient with each trait where FR Core 2.2.0 puts it. */
export function writePatient({ profile, statuses, identifiers, traits }: PatientToWrite): Patient {
  return {
    resourceType: 'Patient',
    meta: { profile: [`${definition}${profile}`] },
    extension: [...statuses.map(reliability), birthPlace(traits.lieuNaissance)],
    identifier: [...identifiers],
    active: true,
    name: [
      {
        extension: [{ url: birthListUrl, valueString: traits.prenoms.join(' ') }],
        use: 'official',
        family: traits.nomNaissance,
        given: traits.prenoms.slice(0, 1),
      },
    ],
    gender: traits.sexe === 'F' ? 'female' : traits.sexe === 'M' ? 'male' : 'unknown',
    birthDate: traits.dateNaissance,
  };
}

/** An INS as an identifier, with the type of its authority; no type for an OID that is none. */
export function insIdentifier(
  { matricule, oid }: { readonly matricule: string; readonly oid: string },
  use: 'official' | 'old' = 'official',
): Identifier {
  const code = insAuthority(oid)?.fhirType;
  return {
    use,
    ...(code === undefined ? {} : { type: identifierType(code) }),
    system: `urn:oid:${oid}`,
    value: matricule,
  };
}

/** A local number as an identifier. */
export function localIdentifier(system: string, value: string): Identifier {
  return { use: 'usual', type: identifierType('PI'), system, value };
}

/** Type of an identifier in the French extension of table 0203. */
export function identifierType(code: string): NonNullable<Identifier['type']> {
  return { coding: [{ system: identifierTypes, code }] };
}

function reliability(code: string): Extension {
  return {
    url: `${definition}fr-core-identity-reliability`,
    extension: [
      { url: 'identityStatus', valueCoding: { system: `${core}CodeSystem/fr-core-cs-v2-0445`, code } },
    ],
  };
}

function birthPlace(code: string): Extension {
  return {
    url: 'http://hl7.org/fhir/StructureDefinition/patient-birthPlace',
    valueAddress: {
      extension: [
        { url: `${definition}fr-core-address-insee-code`, valueCoding: { system: communes, code } },
      ],
    },
  };
}
