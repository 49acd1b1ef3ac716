/* Generated from schemas/expected-patient.schema.json; run npm run generate. */

/**
 * Traits that `segur check --patient` expects in every document; those left out are not compared.
 */
export interface ExpectedPatient {
  /**
   * 15 characters, key included.
   */
  matricule?: string;
  oid?: string;
  nomNaissance?: string;
  /**
   * Given names of the birth act, first one first.
   *
   * @minItems 1
   */
  prenoms?: string[];
  sexe?: 'M' | 'F' | 'I';
  /**
   * YYYY-MM-DD, 00 where unknown.
   */
  dateNaissance?: string;
  /**
   * INSEE code at the date of birth.
   */
  lieuNaissance?: string;
}
