import type { Identifier, Patient as FhirPatient } from '@medplum/fhirtypes';
import type { Patient } from '../../../domain/deck.ts';
import {
  identifierType,
  insIdentifier,
  localIdentifier,
  writePatient,
  type PatientToWrite,
} from '../../../formats/fhir/write-patient.ts';

/** System of the bench's own patient numbers: another identification domain than the software's. */
export const benchSystem = 'urn:oid:2.25.118059106263843920576840153392173482116';

/** A body to send, as it goes on the wire. */
export interface BodyToSend {
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

type Variant = (patient: Patient, local: Identifier) => FhirPatient;

const plain = 'fr-core-patient';
const withIns = 'fr-core-patient-ins';

/** What a third party sends of a patient, right or wrong. */
const variants: Readonly<Record<string, Variant>> = {
  qualifiee: (patient, local) => written(patient, withIns, ['VALI'], [insIdentifier(patient), local]),
  validee: (patient, local) => written(patient, plain, ['VALI'], [local]),
  provisoire: (patient, local) => written(patient, plain, ['PROV'], [local]),
  douteuse: (patient, local) => written(patient, plain, ['PROV', 'DOUT'], [local]),
  fictive: (patient, local) => written(patient, plain, ['PROV', 'FICT'], [local]),
  'douteuse-avec-ins': (patient, local) =>
    written(patient, withIns, ['VALI', 'DOUT'], [insIdentifier(patient), local]),
  'provisoire-avec-ins': (patient, local) =>
    written(patient, plain, ['PROV'], [insIdentifier(patient), local]),
  'ins-ancienne': (patient, local) => {
    // It comes first, for readers that take the first of its system; FR Core types official test numbers only.
    const former = patient.historique.map(({ matricule, oid }): Identifier => ({
      use: 'old',
      system: `urn:oid:${oid}`,
      value: matricule,
    }));
    return written(patient, withIns, ['VALI'], [...former, insIdentifier(patient), local]);
  },
  'deux-ins': (patient, local) => {
    const other = patient.historique.map((old) => insIdentifier(old));
    return written(patient, withIns, ['VALI'], [insIdentifier(patient), ...other, local]);
  },
  'deux-noms': (patient, local) => {
    const sent = written(patient, withIns, ['VALI'], [insIdentifier(patient), local]);
    return {
      ...sent,
      name: [...(sent.name ?? []), { use: 'official', family: 'ZZAUTRE', given: ['ZZAUTRE'] }],
    };
  },
  'type-faux': (patient, local) => {
    const wrong = { ...insIdentifier(patient), type: identifierType('INS-NIR') };
    return written(patient, withIns, ['VALI'], [wrong, local]);
  },
  'oid-faux': (patient, local) => {
    const wrong = {
      ...insIdentifier({ ...patient, oid: '1.2.250.1.213.1.4.5' }),
      type: identifierType('INS-NIR'),
    };
    return written(patient, withIns, ['VALI'], [wrong, local]);
  },
  'cle-fausse': (patient, local) =>
    written(
      patient,
      withIns,
      ['VALI'],
      [insIdentifier({ ...patient, matricule: wrongKey(patient.matricule) }), local],
    ),
};

/** Bodies that are no Patient at all. */
const broken: Readonly<Record<string, (whole: string) => BodyToSend>> = {
  'json-tronque': (whole) => body(whole.slice(0, whole.length / 2)),
  'type-de-contenu': (whole) => body(whole, 'text/plain'),
  'autre-ressource': () => body('{"resourceType":"Basic","code":{"text":"segur"}}'),
  'sans-type': (whole) => body(whole.replace('"resourceType":"Patient",', '')),
  'trop-profond': () => body(`{"resourceType":"Patient","contained":${'['.repeat(500)}${']'.repeat(500)}}`),
};

/** Names of all that can be sent. */
export const variantNames: readonly string[] = [...Object.keys(variants), ...Object.keys(broken)];

export interface Sent extends BodyToSend {
  /** The Patient carries an INS in force. */
  readonly ins: boolean;
}

/** The body of a variant; undefined for a name that is none. `replacedBy` makes the Patient one that was merged. */
export function bodyOf(
  name: string,
  {
    patient,
    ipp,
    replacedBy,
  }: { readonly patient: Patient; readonly ipp: string; readonly replacedBy?: string },
): Sent | undefined {
  const local = localIdentifier(benchSystem, ipp);
  const resource = variants[name]?.(patient, local);
  if (resource !== undefined) {
    const merged =
      replacedBy === undefined
        ? resource
        : {
            ...resource,
            active: false,
            link: [{ type: 'replaced-by', other: { reference: `Patient/${replacedBy}` } }],
          };
    const ins = (resource.identifier ?? []).some(isActiveIns);
    return { ...body(JSON.stringify(merged)), ins };
  }
  const whole = JSON.stringify(written(patient, plain, ['PROV'], [local]));
  const made = broken[name]?.(whole);
  return made === undefined ? undefined : { ...made, ins: false };
}

function isActiveIns({ use, system }: Identifier): boolean {
  return use === 'official' && system !== benchSystem;
}

function written(
  patient: Patient,
  profile: PatientToWrite['profile'],
  statuses: readonly string[],
  identifiers: readonly Identifier[],
): FhirPatient {
  return writePatient({ profile, statuses, identifiers, traits: patient });
}

function wrongKey(matricule: string): string {
  const key = Number(matricule.slice(13));
  return matricule.slice(0, 13) + String((key % 97) + 1).padStart(2, '0');
}

function body(text: string, contentType = 'application/fhir+json; charset=utf-8'): BodyToSend {
  return { contentType, bytes: Buffer.from(text) };
}
