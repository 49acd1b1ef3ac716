import type { DocumentKind } from '../checking/document-kind.ts';
import type { Judge } from '../checking/judge-file.ts';
import type { ExpectedPatient } from '../domain/expected-patient.gen.ts';
import type { RulePackFile } from '../domain/rule-pack.gen.ts';
import { openKit } from '../formats/schematron/open-kit.ts';
import { loadDocumentChecks } from './load-document-checks.ts';

/** All that decides how files are judged, as data: it travels to the threads. */
export interface JudgeSettings {
  readonly pack: RulePackFile;
  readonly patient?: ExpectedPatient;
  /** Directory of the kit. */
  readonly kit?: string;
  readonly as?: DocumentKind;
  /** Day after which a document is of the future, `YYYY-MM-DD`. */
  readonly day?: string;
}

/** Loads the checks and opens the kit. Throws BenchError for a check that does not load, InputError for an unusable kit. */
export async function makeJudge(settings: JudgeSettings): Promise<Judge> {
  return {
    checks: await loadDocumentChecks(settings.pack, settings.patient),
    ...(settings.kit === undefined ? {} : { kit: openKit(settings.kit) }),
    ...(settings.as === undefined ? {} : { as: settings.as }),
    ...(settings.day === undefined ? {} : { day: settings.day }),
  };
}
