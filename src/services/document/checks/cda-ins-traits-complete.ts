import type { Check } from '../../../domain/check.ts';
import type { CdaPatient } from '../../../formats/cda/cda-document.ts';
import { documentKinds } from './reading/document-kinds.ts';
import { isInsOid } from './reading/is-ins-oid.ts';
import { judgeCdas, type Observation } from './reading/judge-found.ts';
import { sentences } from './reading/sentences.ts';

/** A document that carries an INS carries it first, with every trait that makes it usable. */
export const check: Check = {
  title: { fr: 'L’INS vient en tête avec tous ses traits', en: 'The INS comes first, with all its traits' },
  assertions: ['DMP-CDA-04', 'INS-CDA-001'],
  clauses: [
    { source: 'CI-SIS Volet Structuration minimale 1.16', section: 'recordTarget', trust: 'V' },
    { source: 'REM, DOC/va1.04', trust: 'V' },
  ],
  reads: documentKinds,
  findings: {
    'patient-count': sentences(
      'Le document désigne {actual} patients.',
      'The document names {actual} patients.',
      'Écrire exactement un recordTarget.',
      'Write exactly one recordTarget.',
    ),
    'ins-not-first': sentences(
      'L’INS est l’identifiant n° {actual} du patient, attendu en premier.',
      'The INS is identifier number {actual} of the patient, it is expected first.',
      'Placer l’INS avant les identifiants locaux.',
      'Put the INS before local identifiers.',
    ),
    'trait-missing': sentences(
      'Le trait {trait} manque alors que l’INS est présente.',
      'The trait {trait} is missing although the INS is present.',
      'Renseigner tous les traits stricts avec l’INS.',
      'Give every strict trait along with the INS.',
    ),
  },
  judge: (input) =>
    judgeCdas(input, ({ document }) => {
      const [patient] = document.patients;
      if (patient === undefined || document.patients.length > 1) {
        return [
          {
            code: 'patient-count',
            expected: 1,
            actual: document.patients.length,
            at: { path: '/ClinicalDocument' },
          },
        ];
      }
      const index = patient.ids.findIndex((id) => isInsOid(id.root));
      // Without an INS nothing is owed here: another check says whether it was due.
      if (index === -1) return undefined;
      const order: Observation[] =
        index === 0 ? [] : [{ code: 'ins-not-first', expected: 1, actual: index + 1, at: patient.at }];
      return [...order, ...missingTraits(patient)];
    }),
};

function missingTraits(patient: CdaPatient): Observation[] {
  const family = patient.names.flatMap((name) => name.family);
  const given = patient.names.flatMap((name) => name.given);
  const filled = (parts: readonly { readonly text: string }[]): boolean =>
    parts.some((part) => part.text !== '');
  const traits: readonly (readonly [string, boolean])[] = [
    ['matricule', patient.ids.some((id) => isInsOid(id.root) && (id.extension ?? '') !== '')],
    ['nom de naissance', filled(family.filter((part) => part.qualifier === 'BR'))],
    ['premier prénom', filled(given.filter((part) => part.qualifier === 'BR'))],
    ['liste des prénoms', filled(given.filter((part) => part.qualifier === undefined))],
    ['date de naissance', filled(patient.birthTimes)],
    ['lieu de naissance (COG)', filled(patient.counties)],
    ['sexe', patient.genders.some((gender) => gender.code !== '')],
  ];
  return traits
    .filter(([, present]) => !present)
    .map(([trait]) => ({ code: 'trait-missing', values: { trait }, at: patient.at }));
}
