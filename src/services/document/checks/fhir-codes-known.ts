import type { Patient, Resource } from '@medplum/fhirtypes';
import type { Check } from '../../../domain/check.ts';
import { codedElements, isKnownResource } from '../../../formats/fhir/coded-elements.ts';
import { fhirList } from '../../../formats/fhir/fhir-list.ts';
import { fhirText } from '../../../formats/fhir/fhir-text.ts';
import { frCoreCodes, identifierTypeSystem } from '../../../formats/fhir/fr-core-codes.ts';
import { fhirKinds, judgeResources } from './reading/judge-fhir.ts';
import type { Observation } from './reading/judge-found.ts';
import { sentences } from './reading/sentences.ts';

/** Every code is one of the closed list that FHIR R4 or FR Core binds it to. */
export const check: Check = {
  title: {
    fr: 'Chaque code est de la liste fermée à laquelle il est lié',
    en: 'Each code is of the closed list that it is bound to',
  },
  assertions: ['INS-FHIR-002', 'INS-FHIR-003', 'DMP-FHIR-02'],
  clauses: [
    { source: 'FHIR R4 4.0.1', section: 'required bindings', trust: 'V' },
    { source: 'FR Core 2.2.0', section: 'fr-core-patient: gender, identifier', trust: 'V' },
  ],
  reads: fhirKinds,
  findings: {
    'code-unknown': sentences(
      'Le code « {actual} » n’existe pas ici, {expected} attendu.',
      'The code "{actual}" does not exist here, {expected} is expected.',
      'Écrire l’un des codes de la liste, en respectant la casse.',
      'Write one of the codes of the list, in the same case.',
    ),
    'code-outside-fr-core': sentences(
      'Le code « {actual} » existe en FHIR mais FR Core ne l’admet pas, {expected} attendu.',
      'The code "{actual}" exists in FHIR but FR Core does not admit it, {expected} is expected.',
      'Écrire l’un des codes admis par FR Core.',
      'Write one of the codes that FR Core admits.',
    ),
  },
  judge: (input) =>
    judgeResources(input, ({ resource }) => {
      if (!isKnownResource(resource.resourceType)) return undefined;
      const general = codedElements(resource)
        .filter(({ value, codes }) => typeof value === 'string' && !codes.includes(value))
        .map(({ path, value, codes }) => outside('code-unknown', path, fhirText(value), codes));
      return [...general, ...(isFrCorePatient(resource) ? frCoreFaults(resource) : [])];
    }),
};

function outside(code: string, path: string, actual: string, codes: readonly string[]): Observation {
  return { code, actual, expected: codes.join(' | '), at: { path } };
}

function isFrCorePatient(resource: Resource): resource is Patient {
  if (resource.resourceType !== 'Patient') return false;
  const profiles = Array.isArray(resource.meta?.profile) ? resource.meta.profile : [];
  return profiles.some((profile) =>
    fhirText(profile).startsWith('https://hl7.fr/ig/fhir/core/StructureDefinition/fr-core-patient'),
  );
}

function frCoreFaults(patient: Patient): readonly Observation[] {
  const { gender } = patient;
  const other =
    gender === 'other' ? [outside('code-outside-fr-core', 'Patient.gender', gender, frCoreCodes.gender)] : [];
  const identifiers = fhirList(patient.identifier).flatMap((identifier, index) => {
    const path = `Patient.identifier[${index}]`;
    const codings = fhirList(identifier.type?.coding);
    const types = codings
      .filter(({ system }) => system === identifierTypeSystem)
      .map(({ code }) => fhirText(code))
      .filter((code) => !frCoreCodes.identifierType.includes(code))
      .map((code) => outside('code-unknown', `${path}.type`, code, frCoreCodes.identifierType));
    const local = codings.some(({ code }) => code === 'PI');
    const use = fhirText(identifier.use);
    const misused = /^(?:official|temp|secondary)$/.test(use);
    return [
      ...types,
      ...(local && misused
        ? [outside('code-outside-fr-core', `${path}.use`, use, frCoreCodes.localNumberUse)]
        : []),
    ];
  });
  return [...other, ...identifiers];
}
