/* Generated from schemas/scenario.schema.json; run npm run generate. */

export interface ScenarioFile {
  /**
   * Path id: `<theme>/<file name>`.
   */
  id: string;
  title: ScenarioText;
  about?: ScenarioText;
  /**
   * Simulators it needs.
   */
  services: string[];
  /**
   * Dossier settings (dotted, `services.psc.modes`) that must hold one of the values, else the scenario does not run and says so.
   */
  when?: {
    [k: string]: (string | boolean | number)[];
  };
  /**
   * At least one option of the group must be conforming.
   */
  alternative?: {
    group: string;
    option: string;
  };
  /**
   * Names given to members of the deck.
   */
  roles?: {
    [k: string]: {
      cast: 'professionnel' | 'patient' | 'structure';
      /**
       * Role name in the deck.
       */
      role: string;
    };
  };
  /**
   * State asked of each simulator at the start, by service name.
   */
  state?: {
    [k: string]: unknown;
  };
  /**
   * One scenario per case, id `<id>.<case>`; `${case.<name>}` is filled in everywhere.
   *
   * @minItems 1
   */
  cases?: {
    id: string;
    [k: string]: string | number | boolean;
  }[];
  /**
   * @minItems 1
   */
  steps: ScenarioStep[];
  /**
   * @minItems 1
   */
  judgements: JudgementRow[];
}
export interface ScenarioText {
  fr: string;
  en: string;
}
/**
 * Exactly one of drive, await, silence, submit, attest, probe, operate.
 */
export interface ScenarioStep {
  id: string;
  /**
   * State asked of each simulator before the step, by service name.
   */
  state?: {
    [k: string]: unknown;
  };
  /**
   * Armed when the step starts, disarmed when the next one starts.
   */
  faults?: ScenarioFault[];
  /**
   * Step that did the same without the fault and succeeded, `<step>` here or `<scenario>#<step>`. Required with a fault that is not legitimate.
   */
  control?: string;
  /**
   * Moves the bench's clock forward before the step: `150s`.
   */
  advance?: string;
  /**
   * The scenario goes on when the software does not know this step's action.
   */
  optional?: boolean;
  /**
   * Action of the pilotage contract that makes the software act.
   */
  drive?: string;
  /**
   * Action that reads the software's state; proves it is alive and what it became.
   */
  probe?: string;
  await?: ScenarioUntil;
  /**
   * Watches for this long that nothing of `forbids` comes; a probe must follow.
   */
  silence?: string;
  /**
   * Items: A preuve kind, `<service>/<what>`.
   */
  forbids?: string[];
  /**
   * A file the vendor hands in (dossier `fichiers`, or asked for in attended mode).
   */
  submit?: {
    /**
     * A preuve kind, `<service>/<what>`.
     */
    kind: string;
    sentence: {
      fr: string;
      en: string;
    };
    optional?: boolean;
  };
  /**
   * A declaration by a human, from the dossier or asked for in attended mode.
   */
  attest?: {
    /**
     * Preuve id of the REM the human declares on.
     */
    preuve: string;
    sentence: {
      fr: string;
      en: string;
    };
  };
  /**
   * A bench-side act: end a session, rotate a key.
   */
  operate?: {
    service: string;
    operation: string;
    input?: {
      [k: string]: unknown;
    };
  };
  /**
   * Input of the action; `${role.field}`, `${deck...}`, `${etape.<step>.<path>}`, `${case.<name>}` are filled in.
   */
  with?: {
    [k: string]: unknown;
  };
  until?: ScenarioUntil;
  /**
   * Deadline of the step: `500ms`, `20s`, `2m`. Real time.
   */
  within?: string;
}
export interface ScenarioFault {
  /**
   * Path id of the fault, `psc/id-token-wrong-iss`.
   */
  id: string;
  options?: {
    [k: string]: unknown;
  };
  /**
   * How many replies it deviates; every one while armed when absent.
   */
  times?: number;
}
/**
 * Traffic that ends the step.
 */
export interface ScenarioUntil {
  /**
   * A preuve kind, `<service>/<what>`.
   */
  kind: string;
  /**
   * How many such preuves in this step; 1 when absent.
   */
  count?: number;
  /**
   * Members of the view that must be equal, dotted paths to values.
   */
  where?: {
    [k: string]: unknown;
  };
}
export interface JudgementRow {
  /**
   * Path id of the check.
   */
  check: string;
  on: {
    /**
     * @minItems 1
     *
     * Items: A preuve kind, `<service>/<what>`.
     */
    kinds: string[];
    /**
     * Steps of this scenario; every step when absent.
     *
     * @minItems 1
     */
    steps?: string[];
    /**
     * `run` also takes preuves of the other scenarios; scenario when absent.
     */
    scope?: 'scenario' | 'run';
  };
  options?: {
    [k: string]: unknown;
  };
  gravite: 'bloquante' | 'avertissement' | 'revue' | 'information';
  /**
   * What lets the row block: a [V] clause of the check (default), or the exigence's own text.
   */
  fonde?: 'clause' | 'exigence';
  /**
   * Another gravité for some finding codes.
   */
  sauf?: {
    [k: string]: 'bloquante' | 'avertissement' | 'revue' | 'information';
  };
  confirmerait?: {
    fr: string;
    en: string;
  };
  /**
   * Preuve ids of the REM, or HX- ids of the bench.
   *
   * @minItems 1
   */
  proves: string[];
}
