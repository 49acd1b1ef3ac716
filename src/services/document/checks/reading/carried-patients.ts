import type { Patient } from '@medplum/fhirtypes';
import type { CdaPatient } from '../../../../formats/cda/cda-document.ts';
import { readPatientTraits } from '../../../../formats/fhir/patient-traits.ts';
import type { Pid } from '../../../../formats/hl7v2/read-pid.ts';
import type { InsDatamatrix } from '../../../../formats/ins/datamatrix-payload.ts';
import { parseCx } from '../../../../formats/xds/parse-cx.ts';
import type { XdsDocumentEntry } from '../../../../formats/xds/xds-submission.ts';
import { isInsOid } from './is-ins-oid.ts';
import type { Observation } from './judge-found.ts';
import { placeIn } from './judge-messages.ts';

/** Traits that identify a patient, whatever carries them. */
export type TraitName =
  | 'matricule'
  | 'oid'
  | 'nomNaissance'
  | 'premierPrenom'
  | 'prenoms'
  | 'sexe'
  | 'dateNaissance'
  | 'lieuNaissance';

/** A patient as a document tells it: traits that it carries, dates as `YYYY-MM-DD`, and where. */
export interface CarriedPatient {
  readonly traits: Readonly<Partial<Record<TraitName, string>>>;
  readonly at: NonNullable<Observation['at']>;
}

/** The patient of a CDA. */
export function patientOfCda(patient: CdaPatient): CarriedPatient {
  const ins = patient.ids.find(({ root }) => isInsOid(root));
  const parts = (kind: 'family' | 'given', qualifier: string | undefined): string | undefined =>
    patient.names.flatMap((name) => name[kind]).find((part) => part.qualifier === qualifier)?.text;
  return {
    at: patient.at,
    traits: carried({
      matricule: ins?.extension,
      oid: ins?.root,
      nomNaissance: parts('family', 'BR'),
      premierPrenom: parts('given', 'BR'),
      prenoms: parts('given', undefined),
      sexe: patient.genders[0]?.code,
      dateNaissance: day(patient.birthTimes[0]?.text),
      lieuNaissance: patient.counties[0]?.text,
    }),
  };
}

/** The patient of an entry of XDS metadata: `patientId` and `sourcePatientInfo`. */
export function patientOfEntry(entry: XdsDocumentEntry): CarriedPatient {
  const slot = entry.slots.find(({ name }) => name === 'sourcePatientInfo');
  const field = (name: string): readonly string[] =>
    slot?.values
      .find((value) => value.startsWith(`${name}|`))
      ?.slice(name.length + 1)
      .split('^') ?? [];
  const id = parseCx(entry.patientIds[0]?.value ?? '');
  const name = field('PID-5');
  return {
    at: slot?.at ?? entry.at,
    traits: carried({
      matricule: id?.id,
      oid: id?.authority,
      nomNaissance: name[0],
      premierPrenom: name[1],
      prenoms: name[2],
      sexe: field('PID-8')[0],
      dateNaissance: day(field('PID-7')[0]),
    }),
  };
}

/** The patient of each PID; the INS is the one in use. */
export function patientOfPid(pid: Pid): CarriedPatient {
  const ins = pid.ins.find(({ expires }) => expires === '');
  const { dateNaissance, ...traits } = pid.traits;
  return {
    at: placeIn(pid.segment, 'PID').at,
    traits: carried({ ...traits, dateNaissance: day(dateNaissance), matricule: ins?.value, oid: ins?.oid }),
  };
}

/** The patient of a FHIR resource: the official name, or the only one. */
export function patientOfFhir(patient: Patient, path: string): CarriedPatient {
  return { at: { path: path === '' ? 'Patient' : path }, traits: carried(readPatientTraits(patient)) };
}

/** The patient of an INS datamatrix. */
export function patientOfDatamatrix(content: InsDatamatrix): CarriedPatient {
  const [dd = '', mm = '', yyyy = ''] = content.dateNaissance?.split('-') ?? [];
  return {
    at: { path: 'datamatrix' },
    traits: carried({
      matricule: content.matricule,
      oid: content.oid,
      nomNaissance: content.nomNaissance,
      prenoms: content.prenoms,
      sexe: content.sexe,
      dateNaissance: day(`${yyyy}${mm}${dd}`),
      lieuNaissance: content.lieuNaissance,
    }),
  };
}

function carried(traits: Readonly<Partial<Record<TraitName, string | undefined>>>): CarriedPatient['traits'] {
  return Object.fromEntries(
    Object.entries(traits).filter(([, value]) => value !== undefined && value.trim() !== ''),
  );
}

/** `YYYY-MM-DD` of `YYYYMMDD…`; other forms are kept, so that the difference shows. */
function day(text: string | undefined): string | undefined {
  const found = /^(\d{4})(\d\d)(\d\d)/.exec(text ?? '');
  return found === null ? text : `${found[1] ?? ''}-${found[2] ?? ''}-${found[3] ?? ''}`;
}
