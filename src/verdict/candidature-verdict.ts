import type { Bilingual } from '../domain/bilingual.ts';
import type { CandidatureVerdict, ChapitreVerdict } from '../domain/outcome.ts';
import type { JudgedExigence } from './exigence-verdict.ts';

/** What decides: mandatory exigences that apply, and those whose exclusion the run contradicts (R1, R4). */
export function countedExigences(exigences: readonly JudgedExigence[]): readonly JudgedExigence[] {
  return exigences.filter(
    (one) => one.verdict !== 'non-applicable' && one.planned.exigence.nature === 'obligatoire',
  );
}

/**
 * The order of decision: an error of the bench hides everything (INDETERMINE), then a failure, then what is missing,
 * then what a human must judge or a certificate under way. Nothing applicable at all is INCOMPLET, never a success.
 */
export function candidatureVerdict(exigences: readonly JudgedExigence[]): CandidatureVerdict {
  const counted = countedExigences(exigences);
  const some = (verdict: JudgedExigence['verdict']): boolean =>
    counted.some((one) => one.verdict === verdict);
  if (counted.some((one) => one.benchBroke)) return 'INDETERMINE';
  if (some('non-conforme')) return 'NON_REFERENCABLE';
  if (counted.length === 0 || some('incomplet')) return 'INCOMPLET';
  return some('a-verifier') ? 'EN_ATTENTE' : 'REFERENCABLE';
}

/** A chapitre is what Convergence takes in at once; préconisations do not hold it back. */
export function chapitreVerdict(exigences: readonly JudgedExigence[]): ChapitreVerdict {
  if (exigences.every((one) => one.verdict === 'non-applicable')) return 'sans-objet';
  const counted = countedExigences(exigences);
  if (counted.some((one) => one.verdict === 'non-conforme')) return 'bloque';
  return counted.some((one) => ['incomplet', 'a-verifier', 'indetermine'].includes(one.verdict))
    ? 'a-completer'
    : 'validable';
}

/**
 * The sentence people read; "référencé" is the agency's word, never ours. A run narrowed by `only` claims nothing
 * beyond it.
 */
export function verdictSentence(value: CandidatureVerdict, catalogue: Bilingual, only?: string): Bilingual {
  const texts: Readonly<Record<CandidatureVerdict, Bilingual>> = {
    REFERENCABLE: { fr: 'Référençable selon le catalogue', en: 'Référençable according to the catalogue' },
    NON_REFERENCABLE: {
      fr: 'Non référençable selon le catalogue',
      en: 'Not référençable according to the catalogue',
    },
    INCOMPLET: {
      fr: 'Incomplet : des preuves manquent selon le catalogue',
      en: 'Incomplete: preuves are missing according to the catalogue',
    },
    EN_ATTENTE: {
      fr: 'En attente d’une décision humaine ou d’un certificat selon le catalogue',
      en: 'Awaiting a human decision or a certificate according to the catalogue',
    },
    INDETERMINE: {
      fr: 'Indéterminé : le banc n’a pas pu juger selon le catalogue',
      en: 'Undetermined: the bench could not judge according to the catalogue',
    },
  };
  const limit = {
    fr: only === undefined ? '' : `, dans la seule limite de « ${only} »`,
    en: only === undefined ? '' : `, within "${only}" only`,
  };
  return {
    fr: `${texts[value].fr} « ${catalogue.fr} »${limit.fr}.`,
    en: `${texts[value].en} "${catalogue.en}"${limit.en}.`,
  };
}
