import { readdirSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bearsOn, type DocumentKind } from '../checking/document-kind.ts';
import type { ReadyCheck } from '../checking/judge-by-checks.ts';
import { packHolds, packOptions, packSeverity } from '../checking/rule-pack.ts';
import type { Check } from '../domain/check.ts';
import type { ExpectedPatient } from '../domain/expected-patient.gen.ts';
import type { JsonObject } from '../domain/json.ts';
import type { RulePackFile } from '../domain/rule-pack.gen.ts';
import { BenchError } from '../domain/segur-error.ts';

/** The check that `--patient` plays. */
const patientCheck = 'document/patient-is-expected';

/**
 * Checks of documents that a pack holds, by kind, in order of id, with their options; those of a kind are loaded when
 * it is asked for, and nothing else of the product is. The promise fails with BenchError naming the file when one does
 * not load.
 */
export function documentChecks(
  pack: RulePackFile,
  patient: ExpectedPatient | undefined,
): (kind: DocumentKind) => Promise<readonly ReadyCheck[]> {
  const folder = new URL('../services/document/checks/', import.meta.url);
  const extension = extname(fileURLToPath(import.meta.url));
  const names = readdirSync(folder)
    .filter((name) => name.endsWith(extension) && !/\.(?:test|d)\.ts$/.test(name))
    .map((name) => basename(name, extension))
    .filter((name) => packHolds(pack, `document/${name}`))
    .sort();
  const byKind = new Map<DocumentKind, Promise<readonly ReadyCheck[]>>();
  const loaded = (kind: DocumentKind): Promise<readonly ReadyCheck[]> =>
    Promise.all(
      names
        .filter((name) => bearsOn(kind, `document/${name}`))
        .map((name) => load(new URL(`${name}${extension}`, folder).href, { name, pack, patient })),
    );
  return (kind) => {
    let checks = byKind.get(kind);
    if (checks === undefined) byKind.set(kind, (checks = loaded(kind)));
    return checks;
  };
}

interface Wanted {
  readonly name: string;
  readonly pack: RulePackFile;
  readonly patient: ExpectedPatient | undefined;
}

async function load(href: string, { name, pack, patient }: Wanted): Promise<ReadyCheck> {
  const id = `document/${name}`;
  const given = id === patientCheck ? (patient as JsonObject | undefined) : packOptions(pack, id);
  // Its many readers are of no use without a patient to compare with.
  if (id === patientCheck && given === undefined) return { id, playable: false };
  const check = await importCheck(href, id);
  if (given === undefined && needsOptions(check)) return { id, playable: false };
  return { id, check, options: given ?? {}, severity: packSeverity(pack, id), playable: true };
}

async function importCheck(href: string, id: string): Promise<Check> {
  try {
    const module = (await import(href)) as { readonly check?: Check };
    if (module.check === undefined) throw new TypeError('no export named "check"');
    return module.check;
  } catch (cause) {
    throw new BenchError('PART_BROKEN', `${id} does not load: ${String(cause)}`, { cause });
  }
}

function needsOptions({ options }: Check): boolean {
  const required = options?.['required'];
  return (Array.isArray(required) && required.length > 0) || options?.['minProperties'] !== undefined;
}
