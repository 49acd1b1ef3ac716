import { matriculeKey } from '../../domain/matricule-key.ts';

/** A matricule INS of 15 characters, cut in its parts; nothing is judged but its form. */
export interface Matricule {
  /** The 13 characters of the number. */
  readonly number: string;
  /** Last two digits, as written. */
  readonly key: string;
  readonly expectedKey: string;
  /** `1` and `3`, `7` for men, `2`, `4`, `8` for women in the register's vocabulary; as written. */
  readonly sexDigit: string;
  /** Two digits of the year of birth. */
  readonly year: string;
  /** Two digits; above 12 when the register does not know the month. */
  readonly month: string;
  /** Department and municipality, or `99` and a country: the birth place at registration. */
  readonly place: string;
}

/**
 * Cuts a matricule as INS messages carry it, number and key joined; undefined unless it has the 15 characters of
 * the official samples (six digits, a digit or A/B for Corsica, eight digits). A wrong key is not refused here.
 */
export function parseMatricule(text: string): Matricule | undefined {
  if (!/^\d{6}[0-9AB]\d{8}$/.test(text) || (/[AB]/.test(text) && text.charAt(5) !== '2')) return undefined;
  const number = text.slice(0, 13);
  return {
    number,
    key: text.slice(13),
    expectedKey: matriculeKey(number),
    sexDigit: text.slice(0, 1),
    year: text.slice(1, 3),
    month: text.slice(3, 5),
    place: text.slice(5, 10),
  };
}
