/* Generated from schemas/dossier.schema.json; run npm run generate. */

export type DossierPilote = HttpPilote | CommandPilote | AttendedPilote | BrowserPilote;

export interface DossierFile {
  version: 1;
  solution: {
    nom: string;
    version: string;
    editeur: string;
    /**
     * Référence produit (NIL).
     */
    reference?: string;
  };
  candidature: {
    couloir?: string;
    dispositif: string;
    vague: 1 | 2;
    profils?: string[];
    catalogue?: string;
  };
  /**
   * Answers to the `SI ...` conditions; false needs a justification, unanswered counts as true.
   */
  conditions?: {
    [k: string]:
      | true
      | {
          valeur: boolean;
          justification?: string;
        };
  };
  nonApplicables?: {
    exigence: string;
    justification: string;
  }[];
  /**
   * Options of each simulated service, by name.
   */
  services?: {
    [k: string]: {
      [k: string]: unknown;
    };
  };
  pilote?: DossierPilote;
  /**
   * Settings of single actions.
   */
  actions?: {
    [k: string]: {
      /**
       * Deadline of the step: `500ms`, `20s`, `2m`. Real time.
       */
      within?: string;
      unsupported?: boolean;
    };
  };
  attestations?: DossierAttestation[];
  fichiers?: {
    /**
     * A preuve kind, `<service>/<what>`.
     */
    kind: string;
    chemin: string;
    scenario?: string;
  }[];
  certificats?: DossierCertificat[];
  /**
   * Seed of the deck; random for each run when absent.
   */
  graine?: string;
}
export interface HttpPilote {
  kind: 'http';
  /**
   * Base address of the vendor's pilotage endpoint.
   */
  url: string;
  /**
   * PEM file that the pilote trusts.
   */
  ca?: string;
  headers?: {
    [k: string]: string;
  };
}
export interface CommandPilote {
  kind: 'command';
  /**
   * @minItems 1
   */
  run: string[];
  cwd?: string;
}
export interface AttendedPilote {
  kind: 'attended';
}
export interface BrowserPilote {
  kind: 'browser';
  /**
   * Path of Chromium; found by itself when absent.
   */
  executable?: string;
  headed?: boolean;
  /**
   * Recorded list of steps per action.
   */
  actions: {
    [k: string]: {}[];
  };
  baseUrl?: string;
}
export interface DossierAttestation {
  preuve: string;
  valeur: 'conforme' | 'non-conforme' | 'a-verifier';
  par: string;
  le: string;
  motif?: string;
  fichier?: string;
}
export interface DossierCertificat {
  nom: string;
  etat: 'obtenu' | 'en-cours' | 'absent';
  produit?: string;
  version?: string;
  le?: string;
  fichier?: string;
}
