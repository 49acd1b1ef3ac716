/* Generated from schemas/exigences.schema.json; run npm run generate. */

export interface ExigencesFile {
  /**
   * Id of the catalogue, the name of the folder.
   */
  catalogue: string;
  /**
   * `LGC`, `RIS`, `SGL`, `DPI`, `PFI`, `DB`..., or `socle`.
   */
  dispositif: string;
  /**
   * `PSC`, `INS`...
   */
  theme?: string;
  /**
   * @minItems 1
   */
  exigences: ExigenceEntry[];
}
export interface ExigenceEntry {
  /**
   * As the catalogue writes it, without the `SC.` prefix for a dispositif.
   */
  id: string;
  /**
   * Socle exigence whose members fill the empty ones of this entry.
   */
  herite?: string;
  officialIds?: string[];
  vague?: 1 | 2;
  arbitrage?: 'approuvee' | 'a-retravailler' | 'obsolete';
  profil?: string;
  /**
   * The `SI ... ALORS` of the text.
   */
  condition?: {
    /**
     * Key in the dossier's `conditions`.
     */
    id: string;
    texte: ExigenceText;
  };
  nature?: 'obligatoire' | 'preconisee';
  /**
   * A NE DOIT PAS: silence alone never proves it.
   */
  negative?: boolean;
  chapitre?: string;
  bloc?: string;
  fonction?: string;
  title?: ExigenceText;
  clauses?: ExigenceClause[];
  scenarios?: ExigenceScenario[];
}
export interface ExigenceText {
  fr: string;
  en: string;
}
export interface ExigenceClause {
  source: string;
  section?: string;
  trust: 'V' | '2' | 'R';
  url?: string;
}
export interface ExigenceScenario {
  id: string;
  /**
   * Name of an at-least-one-of group.
   */
  alternative?: string;
  option?: string;
  /**
   * @minItems 1
   */
  preuves: ExigencePreuve[];
}
export interface ExigencePreuve {
  /**
   * Preuve id as the REM writes it, `PSC.01.01.01`.
   */
  id: string;
  /**
   * What the REM asks for.
   */
  nature: 'demonstration' | 'fichier' | 'declaration' | 'certificat' | 'lien';
  /**
   * How the bench judges it: wire traffic, file, software state, driven then looked at by a human, declared by a human, external certificate, not at all.
   */
  automation: 'trafic' | 'fichier' | 'etat' | 'assiste' | 'atteste' | 'certificat' | 'aucune';
  /**
   * Why it is not automated; required for assiste, atteste, aucune.
   */
  pourquoi?: {
    fr: string;
    en: string;
  };
  /**
   * Name of the external certificate, for automation certificat.
   */
  certificat?: string;
}
