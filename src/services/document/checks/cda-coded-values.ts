import type { Check } from '../../../domain/check.ts';
import type { CdaCode } from '../../../formats/cda/cda-document.ts';
import {
  confidentialityCodes,
  facilityTypes,
  practiceSettings,
} from '../../../formats/xds/metadata-value-sets.ts';
import { dmpTypeCodes, exchangeOnlyTypeCodes } from '../../../formats/xds/type-code-classes.ts';
import { documentKinds } from './reading/document-kinds.ts';
import { judgeCdas, type Observation } from './reading/judge-found.ts';
import { sentences } from './reading/sentences.ts';

/** The codes of the header belong to their value sets, under the right code system. */
export const check: Check = {
  title: {
    fr: 'Les codes de l’en-tête appartiennent à leurs jeux de valeurs',
    en: 'The codes of the header belong to their value sets',
  },
  assertions: ['DMP-CDA-08', 'DMP-META-08'],
  clauses: [
    { source: 'JDV_J07-XdsTypeCode-CISIS 20240927', trust: 'V' },
    { source: 'JDV_J02, JDV_J04, JDV_J08', section: 'CI-SIS', trust: 'V' },
  ],
  reads: documentKinds,
  findings: {
    'type-unknown': sentences(
      'Le type de document {actual} n’est pas dans JDV_J07.',
      'The document type {actual} is not in JDV_J07.',
      'Choisir un type du jeu de valeurs.',
      'Choose a type of the value set.',
    ),
    'display-name-missing': sentences(
      'Le type de document {actual} n’a pas de libellé ou de système de codage.',
      'The document type {actual} has no label or no code system.',
      'Écrire displayName et codeSystem avec le code.',
      'Write displayName and codeSystem with the code.',
    ),
    'confidentiality-unknown': sentences(
      'La confidentialité {actual} n’est pas dans le jeu de valeurs.',
      'The confidentiality {actual} is not in the value set.',
      'Écrire une fois N, R ou V.',
      'Write N, R or V, once.',
    ),
    'practice-setting-unknown': sentences(
      'Le cadre d’exercice {actual} n’est pas dans JDV_J04.',
      'The practice setting {actual} is not in JDV_J04.',
      'Choisir un cadre d’exercice du jeu de valeurs.',
      'Choose a practice setting of the value set.',
    ),
    'facility-type-unknown': sentences(
      'Le secteur d’activité {actual} n’est pas dans JDV_J02.',
      'The sector {actual} is not in JDV_J02.',
      'Choisir un secteur du jeu de valeurs.',
      'Choose a sector of the value set.',
    ),
  },
  judge: (input) =>
    judgeCdas(input, ({ document }) => {
      const [type] = document.codes;
      const [confidentiality] = document.confidentialityCodes;
      const industry = document.serviceEvents[0]?.performers[0]?.organisation?.industry;
      const facility = document.encounters[0]?.facility;
      return [
        ...typeOf(type),
        ...(confidentiality !== undefined &&
        document.confidentialityCodes.length === 1 &&
        confidentialityCodes.get(confidentiality.code) === confidentiality.codeSystem
          ? []
          : [
              {
                code: 'confidentiality-unknown',
                actual: confidentiality?.code ?? '',
                at: confidentiality?.at ?? { path: '/ClinicalDocument' },
              },
            ]),
        ...member('practice-setting-unknown', industry, practiceSettings),
        ...member('facility-type-unknown', facility, facilityTypes),
      ];
    }),
};

function typeOf(type: CdaCode | undefined): Observation[] {
  const at = type?.at ?? { path: '/ClinicalDocument' };
  if (type === undefined || !(dmpTypeCodes.has(type.code) || exchangeOnlyTypeCodes.has(type.code))) {
    return [{ code: 'type-unknown', actual: type?.code ?? '', at }];
  }
  return type.displayName === '' || type.codeSystem === ''
    ? [{ code: 'display-name-missing', actual: type.code, at }]
    : [];
}

function member(code: string, found: CdaCode | undefined, set: ReadonlyMap<string, string>): Observation[] {
  if (found === undefined || found.nullFlavor !== undefined) return [];
  return set.get(found.code) === found.codeSystem
    ? []
    : [{ code, actual: `${found.code} (${found.codeSystem})`, at: found.at }];
}
