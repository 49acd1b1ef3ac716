import type { Check } from '../../../domain/check.ts';
import type { FoundSubmission } from '../../../formats/bundle/bundle.ts';
import type { XdsDocumentEntry } from '../../../formats/xds/xds-submission.ts';
import { documentKinds } from './reading/document-kinds.ts';
import { judgeSubmissions, type Observation } from './reading/judge-found.ts';
import { sentences } from './reading/sentences.ts';

type Count = readonly [attribute: string, found: number, min: number, max: number];

/** Each document entry and each set has its mandatory metadata, as many times as allowed. */
export const check: Check = {
  title: { fr: 'Les métadonnées obligatoires sont présentes', en: 'Mandatory metadata are present' },
  assertions: ['DMP-META-02'],
  clauses: [
    { source: 'ANS P4D 0.1.0', section: 'FichePatient XDS : DocumentEntry, SubmissionSet', trust: 'V' },
  ],
  reads: documentKinds,
  findings: {
    'metadata-missing': sentences(
      'La métadonnée {expected} manque à {entry}.',
      'The metadata {expected} is missing on {entry}.',
      'Renseigner cette métadonnée.',
      'Give this metadata.',
    ),
    'metadata-repeated': sentences(
      'La métadonnée {expected} figure {actual} fois sur {entry}.',
      'The metadata {expected} appears {actual} times on {entry}.',
      'N’écrire cette métadonnée que le nombre de fois admis.',
      'Write this metadata no more times than allowed.',
    ),
    'metadata-empty': sentences(
      'La métadonnée {expected} de {entry} est vide.',
      'The metadata {expected} of {entry} is empty.',
      'Renseigner la valeur, ou ne pas écrire le slot s’il est facultatif.',
      'Give the value, or leave the slot out when it is optional.',
    ),
    'set-missing': sentences(
      'Les métadonnées comptent {actual} lots de soumission, attendu {expected}.',
      'The metadata hold {actual} submission sets, {expected} is expected.',
      'Écrire un seul RegistryPackage.',
      'Write a single RegistryPackage.',
    ),
  },
  judge: (input) => judgeSubmissions(input, inspect),
};

function inspect({ submission }: FoundSubmission): Observation[] {
  const { sets, entries } = submission;
  const out: Observation[] =
    sets.length === 1
      ? []
      : [{ code: 'set-missing', expected: 1, actual: sets.length, at: { path: '/RegistryObjectList' } }];
  for (const set of sets) {
    const slots = (name: string): number => set.slots.filter((slot) => slot.name === name).length;
    out.push(
      ...judge(set.id, set.at, [
        ['submissionTime', slots('submissionTime'), 1, 1],
        ['author', set.authors.length, 1, Infinity],
        ['contentTypeCode', set.contentTypeCodes.length, 1, 1],
        ['patientId', set.patientIds.length, 1, 1],
        ['sourceId', set.sourceIds.length, 1, 1],
        ['uniqueId', set.uniqueIds.length, 1, 1],
      ]),
    );
  }
  return [
    ...out,
    ...entries.flatMap((entry) => [...judge(entry.id, entry.at, counts(entry)), ...empty(entry)]),
  ];
}

function counts(entry: XdsDocumentEntry): Count[] {
  const slots = (name: string): number => entry.slots.filter((slot) => slot.name === name).length;
  return [
    ['mimeType', entry.mimeType === '' ? 0 : 1, 1, 1],
    ['languageCode', slots('languageCode'), 1, 1],
    ['creationTime', slots('creationTime'), 1, 1],
    ['serviceStartTime', slots('serviceStartTime'), 1, 1],
    ['serviceStopTime', slots('serviceStopTime'), 0, 1],
    ['title', entry.title === undefined ? 0 : 1, 1, 1],
    ['author', entry.authors.length, 1, Infinity],
    ['legalAuthenticator', slots('legalAuthenticator'), 1, 1],
    ['patientId', entry.patientIds.length, 1, 1],
    ['sourcePatientId', slots('sourcePatientId'), 1, 1],
    // P4D wants it once, the HL7v2 volet leaves it out at will, and official samples have none on the signature.
    ['sourcePatientInfo', slots('sourcePatientInfo'), 0, 1],
    ['uniqueId', entry.uniqueIds.length, 1, 1],
    ['classCode', entry.classCodes.length, 1, 1],
    ['typeCode', entry.typeCodes.length, 1, 1],
    ['formatCode', entry.formatCodes.length, 1, 1],
    ['confidentialityCode', entry.confidentialityCodes.length, 1, 4],
    ['healthcareFacilityTypeCode', entry.facilityTypes.length, 1, 1],
    ['practiceSettingCode', entry.practiceSettings.length, 1, 1],
  ];
}

function judge(id: string, at: Observation['at'], all: readonly Count[]): Observation[] {
  const place = at === undefined ? {} : { at };
  return all
    .filter(([, found, min, max]) => found < min || found > max)
    .map(([expected, actual, min]) => ({
      code: actual < min ? 'metadata-missing' : 'metadata-repeated',
      expected,
      actual,
      values: { entry: id },
      ...place,
    }));
}

function empty(entry: XdsDocumentEntry): Observation[] {
  return entry.slots
    .filter((slot) => slot.values.every((value) => value === ''))
    .map((slot) => ({
      code: 'metadata-empty',
      expected: slot.name,
      values: { entry: entry.id },
      at: slot.at,
    }));
}
