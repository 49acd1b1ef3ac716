import { members, text } from '../settings.ts';
import type { FhirConduct } from './fhir-conduct.ts';
import { matriculeKey, type Attribut, type Ins, type Traits } from './identity.ts';

type Members = Readonly<Record<string, unknown>>;

/** A Patient of another domain, as the product understands it. */
export interface ReceivedPatient {
  readonly traits: Traits;
  /** The INS in force, when there is one. */
  readonly ins: Ins | undefined;
  readonly former: readonly Ins[];
  readonly attributs: readonly Attribut[];
  /** Numbers of the sender: `system|value`. */
  readonly locals: readonly string[];
  /** Its sender merged it into another. */
  readonly merged: boolean;
}

const insSystem = /^urn:oid:(1\.2\.250\.1\.213\.1\.4\.(8|9|10|11))$/;
const insTypes: Readonly<Record<string, string>> = {
  '8': 'INS-NIR',
  '9': 'INS-NIA',
  '10': 'INS-NIR-TEST',
  '11': 'INS-NIR-DEMO',
};
const birthList = 'https://hl7.fr/ig/fhir/core/StructureDefinition/fr-core-patient-birth-list-given-name';

/** Why a Patient cannot be taken in, in words for its sender; undefined when it can. */
export function patientProblem(resource: Members, conduct: FhirConduct): string | undefined {
  const official = list(resource['name']).filter((name) => name['use'] === 'official');
  if (official.length !== 1) return 'Patient.name : un nom official et un seul est attendu';
  const identifiers = list(resource['identifier']);
  const contradictory = conduct.readsInsByType !== true && identifiers.some(isContradictory);
  if (contradictory) return 'Patient.identifier : le type ne va pas avec l’autorité de l’INS';
  const active = identifiers.filter((one) => insOf(one) !== undefined && one['use'] === 'official');
  if (active.length > 1) return 'Patient.identifier : deux INS official';
  const wrong = active.map((one) => text(one, 'value') ?? '').find((value) => !hasRightKey(value));
  return wrong === undefined ? undefined : 'Patient.identifier : la clé du matricule est fausse';
}

/** Reads a Patient of FR Core; what is absent is empty. */
export function readPatient(resource: Members, conduct: FhirConduct = {}): ReceivedPatient {
  const identifiers = list(resource['identifier']);
  const names = list(resource['name']);
  const name = names.find((one) => one['use'] === 'official') ?? names[0] ?? {};
  const [premierPrenom = ''] = strings(name['given']);
  const listed = list(name['extension']).find((one) => one['url'] === birthList);
  const of = (use: string): readonly Ins[] =>
    identifiers.filter((one) => one['use'] === use).flatMap((one) => insOf(one, conduct) ?? []);
  const [first] = identifiers.flatMap((one) => insOf(one, conduct) ?? []);
  const statuses = list(resource['extension']).flatMap(statusesOf);
  return {
    traits: {
      nomNaissance: text(name, 'family') ?? '',
      premierPrenom,
      prenoms: text(listed ?? {}, 'valueString') ?? premierPrenom,
      sexe: resource['gender'] === 'female' ? 'F' : 'M',
      dateNaissance: text(resource, 'birthDate') ?? '',
      lieuNaissance: birthPlaceOf(resource),
    },
    ins: conduct.takesFirstIns === true ? first : of('official')[0],
    former: of('old'),
    attributs: attributesOf(conduct.dropsAttributes === true ? [] : statuses),
    locals: identifiers
      .filter((one) => insOf(one) === undefined)
      .map((one) => `${text(one, 'system') ?? ''}|${text(one, 'value') ?? ''}`),
    merged: list(resource['link']).some((one) => one['type'] === 'replaced-by'),
  };
}

function attributesOf(statuses: readonly string[]): readonly Attribut[] {
  return [
    ...(statuses.includes('DOUT') ? (['douteuse'] as const) : []),
    ...(statuses.includes('FICT') ? (['fictive'] as const) : []),
  ];
}

function insOf(identifier: Members, conduct: FhirConduct = {}): Ins | undefined {
  if (conduct.readsInsByType === true && typesOf(identifier).length > 0) {
    const oid = (text(identifier, 'system') ?? '').replace('urn:oid:', '');
    return { oid, matricule: text(identifier, 'value') ?? '' };
  }
  const oid = insSystem.exec(text(identifier, 'system') ?? '')?.[1];
  return oid === undefined ? undefined : { oid, matricule: text(identifier, 'value') ?? '' };
}

function isContradictory(identifier: Members): boolean {
  const [type] = typesOf(identifier);
  if (type === undefined) return false;
  const suffix = insSystem.exec(text(identifier, 'system') ?? '')?.[2];
  return suffix === undefined || insTypes[suffix] !== type;
}

/** Types of INS that an identifier has. */
function typesOf(identifier: Members): readonly string[] {
  return list(members(identifier['type'])['coding'])
    .map((coding) => text(coding, 'code') ?? '')
    .filter((code) => code.startsWith('INS-'));
}

function hasRightKey(matricule: string): boolean {
  return matricule.length === 15 && matriculeKey(matricule.slice(0, 13)) === matricule.slice(13);
}

function statusesOf(extension: Members): readonly string[] {
  return list(extension['extension'])
    .filter((one) => one['url'] === 'identityStatus')
    .map((one) => text(members(one['valueCoding']), 'code') ?? '');
}

function birthPlaceOf(resource: Members): string {
  const place = list(resource['extension']).find(
    (one) => one['url'] === 'http://hl7.org/fhir/StructureDefinition/patient-birthPlace',
  );
  const [insee] = list(members(members(place)['valueAddress'])['extension']);
  return text(members(members(insee)['valueCoding']), 'code') ?? '';
}

function list(value: unknown): readonly Members[] {
  return Array.isArray(value) ? value.map(members) : [];
}

function strings(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
}
