import type { Check } from '../../../domain/check.ts';
import type { CdaPatient } from '../../../formats/cda/cda-document.ts';
import { contradicted, contradictionTexts } from './reading/contradiction.ts';
import { documentKinds } from './reading/document-kinds.ts';
import { isInsOid } from './reading/is-ins-oid.ts';
import { judgeCdas, type Observation } from './reading/judge-found.ts';

/** What the number says of sex, date and place of birth agrees with the traits written beside it. */
export const check: Check = {
  title: {
    fr: 'Le matricule et les traits du document ne se contredisent pas',
    en: 'Matricule and traits of the document do not contradict each other',
  },
  assertions: ['INS-CDA-005'],
  clauses: [{ source: 'Structure du NIR', trust: 'R' }],
  reads: documentKinds,
  findings: contradictionTexts,
  judge: (input) =>
    judgeCdas(input, ({ document }) => {
      const seen = document.patients.flatMap((patient) => inspect(patient));
      return seen.length === 0 ? undefined : seen.flat();
    }),
};

/** One list of contradictions for each INS of the patient. */
function inspect(patient: CdaPatient): readonly (readonly Observation[])[] {
  const { ids, birthTimes, genders, counties } = patient;
  const places = { sexe: genders[0], annee: birthTimes[0], mois: birthTimes[0], lieu: counties[0] };
  const traits = {
    nomNaissance: '',
    premierPrenom: '',
    prenoms: '',
    sexe: genders[0]?.code ?? '',
    dateNaissance: birthTimes[0]?.text.slice(0, 8) ?? '',
    lieuNaissance: counties[0]?.text ?? '',
  };
  return ids
    .filter(({ root }) => isInsOid(root))
    .flatMap(({ extension = '' }) => {
      const found = contradicted(extension, traits);
      if (found === undefined) return [];
      return [
        found.map(({ code, trait, expected, actual }) => ({
          code,
          expected,
          actual,
          at: places[trait]?.at ?? patient.at,
        })),
      ];
    });
}
