import type { Check } from '../../../domain/check.ts';
import {
  confidentialityCodes,
  dmpFacilityTypes,
  facilityTypes,
  formatCodes,
  practiceSettings,
} from '../../../formats/xds/metadata-value-sets.ts';
import {
  classCodeOf,
  classCodes,
  dmpTypeCodes,
  exchangeOnlyTypeCodes,
} from '../../../formats/xds/type-code-classes.ts';
import type { XdsCode, XdsDocumentEntry } from '../../../formats/xds/xds-submission.ts';
import { documentKinds } from './reading/document-kinds.ts';
import { judgeSubmissions, type Observation } from './reading/judge-found.ts';
import { sentences } from './reading/sentences.ts';

/** Codes of an entry belong to the value sets of its destination, and class follows type. */
export const check: Check<{ readonly destination?: 'dmp' | 'echange' }> = {
  title: {
    fr: 'Les codes des métadonnées sont connus et cohérents',
    en: 'Metadata codes are known and coherent',
  },
  assertions: ['DMP-META-07', 'DMP-META-08', 'DMP-META-09', 'DMP-META-10', 'DMP-META-12'],
  clauses: [
    { source: 'JDV_J57, J58, J60, J61, J62, J66 (DMP)', section: 'éditions 2020 à 2024', trust: 'V' },
    { source: 'ASS_X16-CorrespondanceType-Classe-DMP 20240223', trust: 'V' },
  ],
  reads: documentKinds,
  options: {
    type: 'object',
    additionalProperties: false,
    properties: { destination: { enum: ['dmp', 'echange'] } },
  },
  findings: {
    'type-code-unknown': sentences(
      'Le type {actual} n’est pas admis pour cette destination.',
      'The type {actual} is not allowed for this destination.',
      'Choisir un type de JDV_J66 (DMP) ou JDV_J07 (échange).',
      'Choose a type of JDV_J66 (DMP) or JDV_J07 (exchange).',
    ),
    'class-code-unknown': sentences(
      'La classe {actual} n’est pas dans JDV_J57.',
      'The class {actual} is not in JDV_J57.',
      'Choisir une classe du jeu de valeurs.',
      'Choose a class of the value set.',
    ),
    'class-not-of-type': sentences(
      'La classe {actual} n’est pas celle du type {type}, attendue {expected}.',
      'The class {actual} is not that of the type {type}, {expected} is expected.',
      'Déduire la classe du type.',
      'Deduce the class from the type.',
    ),
    'format-code-unknown': sentences(
      'Le format {actual} n’est pas dans JDV_J60.',
      'The format {actual} is not in JDV_J60.',
      'Choisir le format du volet.',
      'Choose the format of the volet.',
    ),
    'confidentiality-code-unknown': sentences(
      'La confidentialité {actual} n’est pas dans JDV_J58, ou sous un autre système.',
      'The confidentiality {actual} is not in JDV_J58, or under another system.',
      'Écrire N, R ou V, puis les codes de visibilité sous leur système.',
      'Write N, R or V, then visibility codes under their own system.',
    ),
    'facility-type-unknown': sentences(
      'Le secteur {actual} n’est pas admis, ou sous un autre système.',
      'The sector {actual} is not allowed, or under another system.',
      'Choisir un secteur du jeu de valeurs.',
      'Choose a sector of the value set.',
    ),
    'practice-setting-unknown': sentences(
      'Le cadre d’exercice {actual} n’est pas admis, ou sous un autre système.',
      'The practice setting {actual} is not allowed, or under another system.',
      'Choisir un cadre du jeu de valeurs.',
      'Choose a setting of the value set.',
    ),
  },
  judge: (input) =>
    judgeSubmissions(input, ({ submission }) =>
      submission.entries.flatMap((entry) => inspect(entry, input.options.destination !== 'echange')),
    ),
};

function inspect(entry: XdsDocumentEntry, dmp: boolean): Observation[] {
  const typed = (code: XdsCode): boolean =>
    dmpTypeCodes.has(code.code) || (!dmp && exchangeOnlyTypeCodes.has(code.code));
  const facility = (code: XdsCode): boolean =>
    facilityTypes.get(code.code) === code.scheme && (!dmp || dmpFacilityTypes.has(code.code));
  return [
    ...refuse('type-code-unknown', entry.typeCodes, typed),
    ...refuse('class-code-unknown', entry.classCodes, (code) => classCodes.has(code.code)),
    ...classOfType(entry),
    ...refuse('format-code-unknown', entry.formatCodes, (code) => formatCodes.has(code.code)),
    ...refuse(
      'confidentiality-code-unknown',
      entry.confidentialityCodes,
      (code) => confidentialityCodes.get(code.code) === code.scheme,
    ),
    ...refuse('facility-type-unknown', entry.facilityTypes, facility),
    ...refuse(
      'practice-setting-unknown',
      entry.practiceSettings,
      (code) => practiceSettings.get(code.code) === code.scheme,
    ),
  ];
}

function refuse(code: string, found: readonly XdsCode[], allowed: (code: XdsCode) => boolean): Observation[] {
  return found
    .filter((one) => !allowed(one))
    .map((one) => ({ code, actual: `${one.code} (${one.scheme})`, at: one.at }));
}

function classOfType(entry: XdsDocumentEntry): Observation[] {
  const type = entry.typeCodes[0]?.code ?? '';
  const [written] = entry.classCodes;
  const expected = classCodeOf(type);
  if (written === undefined || expected === undefined || expected === written.code) return [];
  if (!classCodes.has(written.code)) return [];
  return [{ code: 'class-not-of-type', expected, actual: written.code, values: { type }, at: written.at }];
}
