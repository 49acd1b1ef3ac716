import { contradictions, type Contradiction, type InsTraits } from '../../../../formats/ins/ins-traits.ts';
import { parseMatricule } from '../../../../formats/ins/matricule.ts';
import type { FindingText } from '../../../../domain/check.ts';
import { sentences } from './sentences.ts';

const codes = {
  sexe: 'sex-differs',
  annee: 'year-differs',
  mois: 'month-differs',
  lieu: 'place-differs',
} as const;

/** A trait that a matricule denies, by the code of its finding. */
export interface CodedContradiction extends Contradiction {
  readonly code: (typeof codes)[keyof typeof codes];
}

/** Texts of the findings of checks that set a matricule against traits. */
export const contradictionTexts: Readonly<Record<CodedContradiction['code'], FindingText>> = {
  'sex-differs': text('le sexe', 'the sex'),
  'year-differs': text('l’année de naissance', 'the year of birth'),
  'month-differs': text('le mois de naissance', 'the month of birth'),
  'place-differs': text('le lieu de naissance', 'the birth place'),
};

/** What a matricule of 15 characters denies of traits; undefined for a number of another form. */
export function contradicted(number: string, traits: InsTraits): readonly CodedContradiction[] | undefined {
  const matricule = parseMatricule(number);
  return matricule === undefined
    ? undefined
    : contradictions(matricule, traits).map((one) => ({ ...one, code: codes[one.trait] }));
}

function text(fr: string, en: string): FindingText {
  return sentences(
    `Le matricule dit {expected}, les traits {actual} pour ${fr}.`,
    `The matricule says {expected}, the traits {actual} for ${en}.`,
    'Vérifier que le matricule est bien celui de ce patient : reprendre l’INS par un appel INSi.',
    'Check that the matricule is that of this patient: get the INS again from INSi.',
  );
}
