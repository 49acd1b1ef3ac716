import type { Check, CheckResult } from '../../../domain/check.ts';
import type { ExpectedPatient } from '../../../domain/expected-patient.gen.ts';
import { readPids } from '../../../formats/hl7v2/read-pid.ts';
import {
  patientOfCda,
  patientOfDatamatrix,
  patientOfEntry,
  patientOfFhir,
  patientOfPid,
  type CarriedPatient,
  type TraitName,
} from './reading/carried-patients.ts';
import { judgeDatamatrix } from './reading/judge-datamatrix.ts';
import { judgeResources } from './reading/judge-fhir.ts';
import { judgeCdas, judgeSubmissions, type Observation } from './reading/judge-found.ts';
import { judgeMessages, messageKinds } from './reading/judge-messages.ts';
import { sentences } from './reading/sentences.ts';

/** Every document is about the patient that was expected, under the same traits. */
export const check: Check<ExpectedPatient> = {
  title: {
    fr: 'Le document est celui du patient attendu',
    en: 'The document is that of the expected patient',
  },
  assertions: ['INS-CDA-006'],
  clauses: [{ source: 'REM 2023-02', section: 'INS/va1.52 (r.6)', trust: 'V' }],
  reads: messageKinds,
  options: {
    type: 'object',
    additionalProperties: false,
    minProperties: 1,
    properties: {
      matricule: { type: 'string' },
      oid: { type: 'string' },
      nomNaissance: { type: 'string' },
      prenoms: { type: 'array', items: { type: 'string' }, minItems: 1 },
      sexe: { enum: ['M', 'F', 'I'] },
      dateNaissance: { type: 'string' },
      lieuNaissance: { type: 'string' },
    },
  },
  findings: {
    'patient-differs': sentences(
      'Le trait {trait} vaut {actual}, attendu {expected}.',
      'The trait {trait} is {actual}, {expected} is expected.',
      'Produire le document à partir de l’identité enregistrée du patient, telle qu’INSi l’a rendue.',
      'Make the document from the stored identity of the patient, as INSi gave it.',
    ),
    'patient-trait-missing': sentences(
      'Le trait {trait} manque, attendu {expected}.',
      'The trait {trait} is missing, {expected} is expected.',
      'Transmettre ce trait avec l’identité du patient.',
      'Send this trait along with the identity of the patient.',
    ),
  },
  judge: (input) => {
    const look = (patient: CarriedPatient, silent: readonly TraitName[] = []): readonly Observation[] =>
      differences(input.options, patient, silent);
    return sum([
      judgeCdas(input, ({ document }) =>
        seen(
          document.patients.flatMap((one) => look(patientOfCda(one))),
          document.patients,
        ),
      ),
      judgeSubmissions(input, ({ submission }) =>
        seen(
          submission.entries.flatMap((entry) => look(patientOfEntry(entry), optionalInMetadata)),
          submission.entries,
        ),
      ),
      judgeMessages(input, ({ message }) => {
        const pids = readPids(message);
        return seen(
          pids.flatMap((pid) => look(patientOfPid(pid))),
          pids,
        );
      }),
      judgeResources(input, ({ resource, label }) =>
        resource.resourceType === 'Patient' ? look(patientOfFhir(resource, label)) : undefined,
      ),
      judgeDatamatrix(input, ({ content }) => look(patientOfDatamatrix(content), ['premierPrenom'])),
    ]);
  },
};

/** sourcePatientInfo is optional, and has no member for the place of birth. */
const optionalInMetadata: readonly TraitName[] = [
  'nomNaissance',
  'premierPrenom',
  'prenoms',
  'sexe',
  'dateNaissance',
  'lieuNaissance',
];

function seen(
  found: readonly Observation[],
  patients: readonly unknown[],
): readonly Observation[] | undefined {
  return patients.length === 0 ? undefined : found;
}

function sum(results: readonly CheckResult[]): CheckResult {
  return {
    examined: results.reduce((total, { examined }) => total + examined, 0),
    findings: results.flatMap(({ findings }) => findings),
  };
}

function differences(
  { prenoms, ...expected }: ExpectedPatient,
  { traits, at }: CarriedPatient,
  silent: readonly TraitName[],
): readonly Observation[] {
  const wanted: readonly (readonly [TraitName, string | undefined])[] = [
    ['matricule', expected.matricule],
    ['oid', expected.oid],
    ['nomNaissance', expected.nomNaissance],
    ['premierPrenom', prenoms?.[0]],
    ['prenoms', prenoms?.join(' ')],
    ['sexe', expected.sexe],
    ['dateNaissance', expected.dateNaissance],
    ['lieuNaissance', expected.lieuNaissance],
  ];
  return wanted.flatMap(([trait, value]): readonly Observation[] => {
    const actual = traits[trait];
    if (value === undefined || (actual === undefined && silent.includes(trait))) return [];
    if (actual === undefined) {
      return [{ code: 'patient-trait-missing', expected: value, values: { trait }, at }];
    }
    return actual === value
      ? []
      : [{ code: 'patient-differs', expected: value, actual, values: { trait }, at }];
  });
}
