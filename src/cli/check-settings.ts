import { availableParallelism } from 'node:os';
import { basename, join } from 'node:path';
import { documentKinds, isDocumentKind } from '../checking/document-kind.ts';
import type { CheckContext } from '../checking/check-report.ts';
import { packInForce } from '../checking/rule-pack.ts';
import type { ExpectedPatient } from '../domain/expected-patient.gen.ts';
import { InputError } from '../domain/segur-error.ts';
import { requireKit } from '../formats/schematron/kit-files.ts';
import { keptRulePacks } from './kept-rule-packs.ts';
import type { JudgeSettings } from './make-judge.ts';
import { textOption, type CommandOptions } from './options.ts';
import { packageRoot } from './package-root.ts';

/** Fewer files than this are judged sooner by one thread than by threads that must start. */
const worthThreads = 8;

/** What the options of `segur check` decide. */
export interface CheckSettings {
  readonly judge: JudgeSettings;
  readonly context: CheckContext;
  /** Threads for a number of files; 1 means none. */
  readonly jobsFor: (files: number) => number;
}

/**
 * Reads the options, `SEGUR_CDA_KIT` and `SEGUR_RULE_PACKS` (a folder of packs that replaces the product's). Throws
 * InputError for an option, a kit, a pack or a patient file that cannot be used.
 */
export async function checkSettings(options: CommandOptions): Promise<CheckSettings> {
  const schemas = join(packageRoot(), 'schemas');
  const asOf = dayOption(options);
  const packs = environment('SEGUR_RULE_PACKS') ?? join(packageRoot(), 'scenarios', 'packs');
  const pack = packInForce(await keptRulePacks(packs, schemas), asOf);
  const kit = textOption(options, 'kit') ?? environment('SEGUR_CDA_KIT');
  // A kit that is not there must be said before the first file.
  if (kit !== undefined) requireKit(kit);
  const patient = textOption(options, 'patient');
  const as = textOption(options, 'as');
  if (as !== undefined && !isDocumentKind(as)) {
    throw new InputError('AS', `--as ${as} is not known`, {
      hint: `Sortes : ${Object.keys(documentKinds).join(', ')}.`,
    });
  }
  const jobs = jobsOption(options);
  return {
    judge: {
      pack,
      day: later(asOf, today()),
      ...(kit === undefined ? {} : { kit }),
      ...(patient === undefined ? {} : { patient: await expectedPatient(patient, schemas) }),
      ...(as === undefined ? {} : { as }),
    },
    context: { asOf, pack, ...(kit === undefined ? {} : { kit: basename(kit) }) },
    jobsFor: (files) => jobs ?? (files < worthThreads ? 1 : availableParallelism()),
  };
}

/** Its validator is loaded for the runs that give a patient. */
async function expectedPatient(file: string, schemas: string): Promise<ExpectedPatient> {
  const { readExpectedPatient } = await import('./read-expected-patient.ts');
  return readExpectedPatient(file, schemas);
}

function environment(name: string): string | undefined {
  const value = process.env[name];
  return value === undefined || value === '' ? undefined : value;
}

function today(): string {
  return new Date().toISOString().slice(0, 10);
}

/** Rules of a past day are played on the documents of today, and those are not of the future. */
function later(one: string, other: string): string {
  return one > other ? one : other;
}

function dayOption(options: CommandOptions): string {
  const day = textOption(options, 'asOf') ?? today();
  const date = new Date(`${day}T00:00:00Z`);
  if (/^\d{4}-\d\d-\d\d$/.test(day) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day))
    return day;
  throw new InputError('AS_OF', `--as-of ${day} is no day`, {
    hint: 'Écrivez AAAA-MM-JJ, par exemple 2025-02-19.',
  });
}

function jobsOption(options: CommandOptions): number | undefined {
  const text = textOption(options, 'jobs');
  if (text === undefined) return undefined;
  const jobs = Number(text);
  if (Number.isInteger(jobs) && jobs >= 1 && jobs <= 64) return jobs;
  throw new InputError('JOBS', `--jobs ${text} is not a number from 1 to 64`, {
    hint: 'Donnez le nombre de fichiers à juger en même temps.',
  });
}
