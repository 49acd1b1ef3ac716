import type { Check } from '../../../domain/check.ts';
import { fhirList } from '../../../formats/fhir/fhir-list.ts';
import { fhirText } from '../../../formats/fhir/fhir-text.ts';
import { birthListUrl } from '../../../formats/fhir/patient-ins.ts';
import { startsGivenNames } from '../../../formats/ins/rniv-characters.ts';
import { fhirKinds, judgePatients } from './reading/judge-fhir.ts';
import { sentences } from './reading/sentences.ts';

/** The strict traits of a patient under the INS profile are where the profile puts them. */
export const check: Check = {
  title: {
    fr: 'Les traits stricts sont à leur place dans le Patient',
    en: 'Strict traits are at their place in the Patient',
  },
  assertions: ['INS-FHIR-003'],
  clauses: [
    { source: 'FR Core 2.2.0', section: 'fr-core-patient-ins, name, birthPlace', trust: 'V' },
    { source: 'REM 2023-02', section: 'INS/va1.51 (r.6)', trust: 'V' },
  ],
  reads: fhirKinds,
  findings: {
    'official-name-count': sentences(
      '{actual} noms ont use = official, un attendu.',
      '{actual} names have use = official, one is expected.',
      'Écrire un seul nom officiel, celui de naissance.',
      'Write one official name, that of birth.',
    ),
    'several-given': sentences(
      'Le nom officiel a {actual} given, un au plus attendu.',
      'The official name has {actual} given, at most one is expected.',
      'N’écrire que le premier prénom ; la liste va dans l’extension birth-list-given-name.',
      'Write the first given name only; the list goes to the extension birth-list-given-name.',
    ),
    'trait-missing': sentences(
      'Le trait {trait} manque.',
      'The trait {trait} is missing.',
      'Renseigner tous les traits stricts.',
      'Give every strict trait.',
    ),
    'given-not-first': sentences(
      'Le premier prénom « {actual} » ne commence pas la liste « {expected} ».',
      'The first given name "{actual}" does not start the list "{expected}".',
      'Reprendre le début de la liste des prénoms.',
      'Use the start of the list of given names.',
    ),
  },
  judge: (input) =>
    judgePatients(input, (read, patient) => {
      if (!read.profiled) return undefined;
      const names = fhirList(patient.name).filter((name) => name.use === 'official');
      const [name] = names;
      if (name === undefined || names.length > 1) {
        return [
          { code: 'official-name-count', expected: 1, actual: names.length, at: { path: 'Patient.name' } },
        ];
      }
      const list = fhirText(fhirList(name.extension).find((one) => one.url === birthListUrl)?.valueString);
      const given = (Array.isArray(name.given) ? name.given : []).map(fhirText);
      const [first = ''] = given;
      const traits: readonly (readonly [string, unknown])[] = [
        ['name.family', name.family],
        ['birth-list-given-name', list],
        ['gender', patient.gender],
        ['birthDate', patient.birthDate],
        ['birthPlace (inseeCode)', read.birthPlaces.find((one) => one !== '')],
      ];
      return [
        ...(given.length > 1
          ? [{ code: 'several-given', expected: 1, actual: given.length, at: { path: 'Patient.name.given' } }]
          : []),
        ...traits
          .filter(([, value]) => value === undefined || value === '')
          .map(([trait]) => ({ code: 'trait-missing', values: { trait }, at: { path: 'Patient' } })),
        ...(first !== '' && list !== '' && !startsGivenNames(first, list)
          ? [
              {
                code: 'given-not-first',
                expected: list,
                actual: first,
                at: { path: 'Patient.name.given' },
              },
            ]
          : []),
      ];
    }),
};
