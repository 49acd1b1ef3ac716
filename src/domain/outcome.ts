/** Of a judgement row. `error`: the bench broke, never a fail; `unexercised`: the preuve never came, never a pass. */
export type Outcome = 'pass' | 'fail' | 'warn' | 'review' | 'unexercised' | 'not-applicable' | 'error';

/** Of an exigence. */
export type ExigenceVerdict =
  | 'conforme'
  | 'non-conforme'
  | 'incomplet'
  | 'a-verifier'
  | 'non-applicable'
  | 'preconisation-non-suivie'
  | 'indetermine';

/** Of a chapitre, the unit of deposit. */
export type ChapitreVerdict = 'validable' | 'a-completer' | 'bloque' | 'sans-objet';

/** Of a candidature. "référencé" is the agency's word; ours is "référençable selon le catalogue". */
export type CandidatureVerdict =
  'REFERENCABLE' | 'NON_REFERENCABLE' | 'INCOMPLET' | 'EN_ATTENTE' | 'INDETERMINE';

/** What a row does to the verdict when its check finds something. */
export type Gravite = 'bloquante' | 'avertissement' | 'revue' | 'information';
