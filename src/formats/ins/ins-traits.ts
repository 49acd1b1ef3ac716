import { birthPlaceKind } from './birth-place.ts';
import { parseBirthDate } from './birth-date.ts';
import type { Matricule } from './matricule.ts';

/** The traits that an INS identifies, as written by their carrier; empty when not given. */
export interface InsTraits {
  readonly nomNaissance: string;
  readonly premierPrenom: string;
  /** Given names of the birth act, separated by spaces. */
  readonly prenoms: string;
  /** `YYYY-MM-DD` or `YYYYMMDD`, `00` where unknown. */
  readonly dateNaissance: string;
  readonly sexe: string;
  /** INSEE code of the birth place at the date of birth. */
  readonly lieuNaissance: string;
}

/** A trait that the number itself denies. */
export interface Contradiction {
  readonly trait: 'sexe' | 'annee' | 'mois' | 'lieu';
  /** What the matricule says. */
  readonly expected: string;
  readonly actual: string;
}

/**
 * Traits that the matricule contradicts. A number keeps what was true at registration: sex changes, months above 12
 * and codes of a former municipality exist, so this is a hint on data and never the proof of a defect.
 */
export function contradictions(matricule: Matricule, traits: InsTraits): readonly Contradiction[] {
  const found: Contradiction[] = [];
  const sexe = { '1': 'M', '2': 'F' }[matricule.sexDigit];
  if (sexe !== undefined && /^[MF]$/.test(traits.sexe) && sexe !== traits.sexe) {
    found.push({ trait: 'sexe', expected: sexe, actual: traits.sexe });
  }
  const birth = parseBirthDate(traits.dateNaissance);
  if (birth !== undefined && !birth.year.endsWith(matricule.year)) {
    found.push({ trait: 'annee', expected: matricule.year, actual: birth.year });
  }
  const registered = Number(matricule.month);
  const known = registered >= 1 && registered <= 12;
  if (birth !== undefined && known && birth.month !== '00' && birth.month !== matricule.month) {
    found.push({ trait: 'mois', expected: matricule.month, actual: birth.month });
  }
  const kind = birthPlaceKind(traits.lieuNaissance);
  if (kind !== undefined && kind !== 'inconnu' && matricule.place !== traits.lieuNaissance) {
    found.push({ trait: 'lieu', expected: matricule.place, actual: traits.lieuNaissance });
  }
  return found;
}
