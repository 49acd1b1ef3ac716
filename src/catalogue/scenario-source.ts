import type { ScenarioFile } from '../domain/scenario.gen.ts';
import type { SourceFile } from './read-yaml.ts';

/** A scenario with its case filled in, and the file it is written in. */
export interface ScenarioSource {
  /** `psc/connexion-web`, or `psc/jeton-altere.wrong-iss` for a case. */
  readonly id: string;
  readonly file: ScenarioFile;
  readonly source: SourceFile;
}
