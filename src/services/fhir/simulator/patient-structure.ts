import type { Json, JsonObject } from '../../../domain/json.ts';
import { refuse, type Refusal } from './operation-outcome.ts';
import { isObject } from './patient-store.ts';

type Shape = 'string' | 'boolean' | 'object' | 'list' | 'any';

/** Members of Patient in FHIR R4 (§8.1.2), with those of Resource and DomainResource. */
const members: Readonly<Record<string, Shape>> = {
  resourceType: 'string',
  id: 'string',
  meta: 'object',
  implicitRules: 'string',
  language: 'string',
  text: 'object',
  contained: 'list',
  extension: 'list',
  modifierExtension: 'list',
  identifier: 'list',
  active: 'boolean',
  name: 'list',
  telecom: 'list',
  gender: 'string',
  birthDate: 'string',
  deceasedBoolean: 'boolean',
  deceasedDateTime: 'string',
  address: 'list',
  maritalStatus: 'object',
  multipleBirthBoolean: 'boolean',
  multipleBirthInteger: 'any',
  photo: 'list',
  contact: 'list',
  communication: 'list',
  generalPractitioner: 'list',
  managingOrganization: 'object',
  link: 'list',
};

const genders = ['male', 'female', 'other', 'unknown'];
const identifierUses = ['usual', 'official', 'temp', 'secondary', 'old'];
const nameUses = ['usual', 'official', 'temp', 'nickname', 'anonymous', 'old', 'maiden'];
const links = ['replaced-by', 'replaces', 'refer', 'seealso'];
const date = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/;

/**
 * What makes a resource no Patient of FHIR R4: unknown members, wrong types, codes out of required value sets. No
 * profile is looked at: a server that refused what a profile forbids would hide it from the checks.
 */
export function patientProblem(resource: JsonObject): Refusal | undefined {
  if (resource['resourceType'] !== 'Patient') {
    const actual = JSON.stringify(resource['resourceType'] ?? null);
    return refuse([400, 'invalid'], 'not-patient', `resourceType ${actual}: Patient expected`, 'Patient');
  }
  for (const [name, value] of Object.entries(resource)) {
    const shape = members[name.replace(/^_/, '')];
    if (shape === undefined) return structure(name, 'unknown member');
    if (!name.startsWith('_') && !fits(value, shape)) return structure(name, `${shape} expected`);
  }
  return codeProblem(resource);
}

function codeProblem(resource: JsonObject): Refusal | undefined {
  const { gender, birthDate, identifier, name, link } = resource;
  if (gender !== undefined && !isOf(genders, gender)) return value('gender', gender);
  if (typeof birthDate === 'string' && !date.test(birthDate)) return value('birthDate', birthDate);
  for (const [path, list, uses] of [
    ['identifier', identifier, identifierUses],
    ['name', name, nameUses],
  ] as const) {
    const wrong = objects(list).find(({ use }) => use !== undefined && !isOf(uses, use));
    if (wrong !== undefined) return value(`${path}.use`, wrong['use']);
  }
  const wrong = objects(link).find(({ type, other }) => !isOf(links, type) || !isObject(other));
  return wrong === undefined ? undefined : value('link', wrong);
}

function isOf(codes: readonly string[], value: Json | undefined): boolean {
  return typeof value === 'string' && codes.includes(value);
}

function fits(value: Json, shape: Shape): boolean {
  switch (shape) {
    case 'string':
    case 'boolean':
      return typeof value === shape;
    case 'object':
      return isObject(value);
    case 'list':
      return (
        Array.isArray(value) &&
        (value as readonly Json[]).length > 0 &&
        (value as readonly Json[]).every(isObject)
      );
    case 'any':
      return true;
  }
}

function objects(list: Json | undefined): readonly JsonObject[] {
  return Array.isArray(list) ? (list as readonly Json[]).filter(isObject) : [];
}

function structure(name: string, text: string): Refusal {
  return refuse([400, 'structure'], 'structure', `Patient.${name}: ${text}`, `Patient.${name}`);
}

function value(name: string, actual: Json | undefined): Refusal {
  const text = `Patient.${name}: ${JSON.stringify(actual ?? null).slice(0, 200)} is not allowed`;
  return refuse([422, 'code-invalid'], 'code', text, `Patient.${name}`);
}
