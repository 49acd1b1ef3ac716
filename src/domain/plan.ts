import type { Bilingual } from './bilingual.ts';
import type { Clause } from './clause.ts';
import type { JsonObject } from './json.ts';
import type { Gravite } from './outcome.ts';
import type { JudgementRow, ScenarioStep } from './scenario.gen.ts';

/** An exigence after socle inheritance, for one dispositif: nothing left to look up. */
export interface Exigence {
  readonly id: string;
  readonly officialIds: readonly string[];
  readonly dispositif: string;
  readonly vague: 1 | 2;
  readonly arbitrage: 'approuvee' | 'a-retravailler' | 'obsolete';
  readonly profil: string;
  readonly condition?: { readonly id: string; readonly texte: Bilingual };
  readonly nature: 'obligatoire' | 'preconisee';
  readonly negative: boolean;
  readonly chapitre: string;
  readonly title: Bilingual;
  readonly clauses: readonly Clause[];
  readonly scenarios: readonly ExigenceScenarioPlan[];
}

export interface ExigenceScenarioPlan {
  readonly id: string;
  /** At least one option of the group must be conforming. */
  readonly alternative?: string;
  readonly option?: string;
  readonly preuves: readonly PreuveAttendue[];
}

/** A preuve that the REM asks for. */
export interface PreuveAttendue {
  readonly id: string;
  readonly nature: 'demonstration' | 'fichier' | 'declaration' | 'certificat' | 'lien';
  readonly automation: 'trafic' | 'fichier' | 'etat' | 'assiste' | 'atteste' | 'certificat' | 'aucune';
  readonly pourquoi?: Bilingual;
  readonly certificat?: string;
}

/** Why something is left out of the run or of the decision. `code` is stable. */
export interface Exclusion {
  readonly code:
    | 'profil-non-declare'
    | 'condition-fausse'
    | 'non-applicable-declare'
    | 'obsolete'
    | 'hors-dispositif'
    | 'hors-vague'
    | 'hors-only'
    | 'setting-differs'
    | 'alternative-not-chosen'
    | 'no-scenario'
    | 'action-unsupported'
    | 'control-excluded';
  readonly text: Bilingual;
}

export interface PlannedExigence {
  readonly exigence: Exigence;
  /** Absent when the exigence counts. */
  readonly excluded?: Exclusion;
  /** Condition answered by nobody: counted as true, and flagged (R3). */
  readonly conditionUnanswered?: boolean;
}

/** One scenario with its case filled in; rows carry their id. */
export interface PlannedScenario {
  /** `psc/connexion-web` or `psc/jeton-altere.wrong-iss`. */
  readonly id: string;
  readonly file: string;
  readonly title: Bilingual;
  readonly services: readonly string[];
  readonly alternative?: { readonly group: string; readonly option: string };
  readonly roles: Readonly<
    Record<string, { readonly cast: 'professionnel' | 'patient' | 'structure'; readonly role: string }>
  >;
  readonly state: JsonObject;
  readonly steps: readonly ScenarioStep[];
  readonly rows: readonly PlannedRow[];
}

export interface PlannedRow {
  /** `<scenario>/<check name>`, with `~2`, `~3` for repeats: stable across runs. */
  readonly id: string;
  readonly check: string;
  readonly on: JudgementRow['on'];
  readonly options: JsonObject;
  readonly gravite: Gravite;
  readonly sauf: Readonly<Record<string, Gravite>>;
  readonly fonde: 'clause' | 'exigence';
  readonly confirmerait?: Bilingual;
  readonly proves: readonly string[];
  /** Control steps of the steps judged, as `<scenario>#<step>`; empty when none carries a fault. */
  readonly control: readonly string[];
  /** Faults armed on the steps judged: each must be attested for the row to count. */
  readonly faults: readonly string[];
}

/** What a run will do, and the reason of all it leaves out. Sealed with the preuves: `verify` judges from it. */
export interface Plan {
  readonly catalogue: {
    readonly id: string;
    readonly title: Bilingual;
    readonly date: string;
    readonly status: 'published' | 'working' | 'draft';
    /** SHA-256 over the catalogue's files, names and contents. */
    readonly sha256: string;
    readonly chapitres: Readonly<Record<string, Bilingual>>;
  };
  readonly solution: JsonObject;
  readonly candidature: {
    readonly couloir: string;
    readonly dispositif: string;
    readonly vague: 1 | 2;
    readonly profils: readonly string[];
  };
  /** Present when `--only` narrowed the run: no candidature verdict is then claimed beyond it. */
  readonly only?: string;
  readonly exigences: readonly PlannedExigence[];
  readonly scenarios: readonly PlannedScenario[];
  /** Scenarios that do not run. */
  readonly skipped: readonly {
    readonly id: string;
    readonly title: Bilingual;
    readonly excluded: Exclusion;
  }[];
  readonly attestations: readonly PlannedAttestation[];
  readonly certificats: readonly {
    readonly nom: string;
    readonly etat: 'obtenu' | 'en-cours' | 'absent';
    readonly produit?: string;
    readonly version?: string;
    readonly le?: string;
  }[];
  /** Redacted service options, as checks see them. */
  readonly services: Readonly<Record<string, JsonObject>>;
  readonly seed: string;
}

export interface PlannedAttestation {
  readonly preuve: string;
  readonly valeur: 'conforme' | 'non-conforme' | 'a-verifier';
  readonly par: string;
  readonly le: string;
  readonly motif?: string;
  /** SHA-256 of the file handed in with it. */
  readonly fichier?: string;
}
