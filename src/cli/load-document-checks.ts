import { readdirSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { fileURLToPath } from 'node:url';
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
 * Checks of documents that a pack holds, in order of id, with their options; nothing else of the product is loaded.
 * Throws BenchError naming the file when one does not load.
 */
export async function loadDocumentChecks(
  pack: RulePackFile,
  patient: ExpectedPatient | undefined,
): Promise<readonly ReadyCheck[]> {
  const folder = new URL('../services/document/checks/', import.meta.url);
  const extension = extname(fileURLToPath(import.meta.url));
  const names = readdirSync(folder)
    .filter((name) => name.endsWith(extension) && !/\.(?:test|d)\.ts$/.test(name))
    .map((name) => basename(name, extension))
    .filter((name) => packHolds(pack, `document/${name}`))
    .sort();
  const checks = await Promise.all(
    names.map((name) => load(new URL(`${name}${extension}`, folder).href, name)),
  );
  return checks.map(({ id, check }) => ready(id, check, { pack, patient }));
}

async function load(href: string, name: string): Promise<{ readonly id: string; readonly check: Check }> {
  try {
    const module = (await import(href)) as { readonly check?: Check };
    if (module.check === undefined) throw new TypeError('no export named "check"');
    return { id: `document/${name}`, check: module.check };
  } catch (cause) {
    throw new BenchError('PART_BROKEN', `document/${name} does not load: ${String(cause)}`, { cause });
  }
}

function ready(
  id: string,
  check: Check,
  from: { readonly pack: RulePackFile; readonly patient: ExpectedPatient | undefined },
): ReadyCheck {
  const given = id === patientCheck ? (from.patient as JsonObject | undefined) : packOptions(from.pack, id);
  return {
    id,
    check,
    options: given ?? {},
    severity: packSeverity(from.pack, id),
    playable: given !== undefined || !needsOptions(check),
  };
}

function needsOptions({ options }: Check): boolean {
  const required = options?.['required'];
  return (Array.isArray(required) && required.length > 0) || options?.['minProperties'] !== undefined;
}
