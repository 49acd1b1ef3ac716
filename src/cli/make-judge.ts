import type { DocumentKind } from '../checking/document-kind.ts';
import type { Judge } from '../checking/judge-file.ts';
import type { ExpectedPatient } from '../domain/expected-patient.gen.ts';
import type { RulePackFile } from '../domain/rule-pack.gen.ts';
import type { Kit } from '../formats/schematron/open-kit.ts';
import { documentChecks } from './document-checks.ts';

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

/** Opens the kit, and whatever judges by one, only where there is one. Throws InputError for an unusable kit. */
export async function makeJudge(settings: JudgeSettings): Promise<Judge> {
  const { pack, patient, kit, as, day } = settings;
  return {
    checksFor: documentChecks(pack, patient),
    ...(kit === undefined ? {} : { kit: await openKitAt(kit) }),
    ...(as === undefined ? {} : { as }),
    ...(day === undefined ? {} : { day }),
  };
}

async function openKitAt(directory: string): Promise<Kit> {
  const { openKit } = await import('../formats/schematron/open-kit.ts');
  return openKit(directory);
}
