/** A professional's practice situation, in the vocabulary of Pro Santé Connect (`SubjectRefPro.exercices[].activities[]`). */
export interface Activite {
  /** `L` liberal, `S` salaried. */
  readonly modeExercice: string;
  /** `SA07`, `SA01`... */
  readonly secteur: string;
  readonly structure: Structure;
}

export interface Structure {
  /** Technical identifier (`R10100000000001`). */
  readonly identifiant: string;
  readonly finess?: string;
  readonly siret?: string;
  readonly raisonSociale: string;
  readonly codePostal: string;
  readonly commune: string;
}

export interface Professionnel {
  /** Role name used by scenarios: `medecin`, `medecin-multi`, `infirmier`, `sans-exercice`, `homonyme`... */
  readonly role: string;
  /** `8` + 11-digit RPPS with a right Luhn key. */
  readonly identifiantNational: string;
  readonly rpps: string;
  readonly nom: string;
  readonly prenom: string;
  readonly civilite: string;
  /** `10` physician, `60` nurse, `21` pharmacist... */
  readonly codeProfession: string;
  readonly codeSavoirFaire: string;
  readonly activites: readonly Activite[];
  /** Local part used to build the e-CPS `sub`; the card `sub` has another prefix. */
  readonly subUuid: string;
}

/** Traits of an INS identity; dates `YYYY-MM-DD`, with `00` where a part is unknown. */
export interface Patient {
  /** Role name used by scenarios: `nominal`, `corse`, `nee-a-l-etranger`, `nia`, `jour-inconnu`, `homonyme-1`, `ins-historique`... */
  readonly role: string;
  /** 13 characters + 2-digit key, always under a test OID. */
  readonly matricule: string;
  readonly oid: string;
  /** Former matricules, newest first. */
  readonly historique: readonly {
    readonly matricule: string;
    readonly oid: string;
    readonly dateFin: string;
  }[];
  readonly nomNaissance: string;
  readonly prenoms: readonly string[];
  readonly sexe: 'M' | 'F' | 'I';
  readonly dateNaissance: string;
  /** INSEE code in force at the date of birth. */
  readonly lieuNaissance: string;
  /** INS of the person on whose carte Vitale this one is read; absent for the holder of a card. */
  readonly ouvrantDroit?: string;
}

/** The seeded cast of a run: the same seed gives the same cast, another seed another one. */
export interface Deck {
  readonly seed: string;
  readonly professionnels: readonly Professionnel[];
  readonly patients: readonly Patient[];
  readonly structures: readonly Structure[];
}
