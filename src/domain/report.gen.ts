/* Generated from schemas/report.schema.json; run npm run generate. */

export type ReportOutcome = 'pass' | 'fail' | 'warn' | 'review' | 'unexercised' | 'not-applicable' | 'error';

/**
 * Body of a conformance report: same sealed run, same bytes.
 */
export interface ReportFile {
  format: 'segur-report';
  version: 1;
  run: {
    id: string;
    startedAt: string;
    endedAt: string;
    end: 'complete' | 'interrupted' | 'crashed';
    pilote: string;
    root: string;
    bench: string;
    seed: string;
  };
  catalogue: {
    id: string;
    title: ReportText;
    date: string;
    status: 'published' | 'working' | 'draft';
    sha256: string;
  };
  solution: {
    [k: string]: unknown;
  };
  candidature: {
    couloir: string;
    dispositif: string;
    vague: number;
    profils: string[];
  };
  only?: string;
  verdict: {
    value: 'REFERENCABLE' | 'NON_REFERENCABLE' | 'INCOMPLET' | 'EN_ATTENTE' | 'INDETERMINE';
    sentence: ReportText;
    reasons: ReportText[];
  };
  counts: {
    rows: {
      [k: string]: number;
    };
    exigences: {
      [k: string]: number;
    };
    preuves: number;
  };
  chapitres: ReportChapitre[];
  rows: ReportRow[];
  skipped: {
    id: string;
    title: ReportText;
    code: string;
    reason: ReportText;
  }[];
  faults: {
    fault: string;
    title: ReportText;
    scenario: string;
    step: string;
    preuve: string;
  }[];
  unexpected: string[];
  preuves: ReportPreuve[];
}
export interface ReportText {
  fr: string;
  en: string;
}
export interface ReportChapitre {
  id: string;
  title: ReportText;
  verdict: 'validable' | 'a-completer' | 'bloque' | 'sans-objet';
  exigences: ReportExigence[];
}
export interface ReportExigence {
  id: string;
  title: ReportText;
  vague: number;
  nature: string;
  profil: string;
  arbitrage: string;
  verdict:
    | 'conforme'
    | 'non-conforme'
    | 'incomplet'
    | 'a-verifier'
    | 'non-applicable'
    | 'preconisation-non-suivie'
    | 'indetermine';
  reasons: ReportText[];
  clauses: ReportClause[];
  preuves: ReportPreuveAttendue[];
  flags: ReportText[];
}
export interface ReportClause {
  source: string;
  section?: string;
  trust: 'V' | '2' | 'R';
  url?: string;
}
export interface ReportPreuveAttendue {
  id: string;
  nature: string;
  automation: string;
  verdict:
    'conforme' | 'non-conforme' | 'manquante' | 'a-verifier' | 'en-attente' | 'sans-objet' | 'indetermine';
  reason?: ReportText;
  rows: string[];
  attestation?: {
    valeur: string;
    par: string;
    le: string;
    motif?: string;
  };
}
export interface ReportRow {
  id: string;
  scenario: string;
  scenarioTitle: ReportText;
  check: string;
  title: ReportText;
  outcome: ReportOutcome;
  gravite: 'bloquante' | 'avertissement' | 'revue' | 'information';
  fonde: 'clause' | 'exigence';
  proves: string[];
  steps: string[];
  examined: number;
  reason?: ReportText;
  findings: ReportFinding[];
  notes: ReportFinding[];
  clauses: ReportClause[];
  confirmerait?: ReportText;
  faults: string[];
  preuves: string[];
}
export interface ReportFinding {
  code: string;
  gravite: 'bloquante' | 'avertissement' | 'revue' | 'information';
  says: ReportText;
  fix: ReportText;
  expected?: string | number | boolean;
  actual?: string | number | boolean;
  where?: {
    preuve?: string;
    path?: string;
    line?: number;
    column?: number;
  };
}
export interface ReportPreuve {
  id: string;
  kind: string;
  scenario?: string;
  step?: string;
  at: number;
  summary: string;
  request?: string;
  response?: string;
  blobs: {
    [k: string]: string;
  };
  tls?: string;
}
