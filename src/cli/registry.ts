import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { pilotageActions } from '../catalogue/pilotage-actions.ts';
import { readYaml } from '../catalogue/read-yaml.ts';
import type { AnyCheck } from '../domain/check.ts';
import type { Fault } from '../domain/fault.ts';
import type { Registry } from '../domain/registry.ts';
import { BenchError } from '../domain/segur-error.ts';
import type { Service } from '../domain/service.ts';
import { packageRoot } from './package-root.ts';

const part = /\.(?:ts|js)$/;
const notPart = /\.(?:test|test-support|d)\.(?:ts|js)$/;

/**
 * Every check, fault, service and action of the installed product, found by listing folders: the path is the id.
 * Throws BenchError naming the file when a module does not load or lacks its export.
 */
export async function loadRegistry(): Promise<Registry> {
  const root = fileURLToPath(new URL('../services/', import.meta.url));
  const names = readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  const checks = new Map<string, AnyCheck>();
  const faults = new Map<string, Fault>();
  const services = new Map<string, Service>();
  for (const name of names) {
    const folder = join(root, name);
    await loadAll<AnyCheck>(parts(folder, name, 'checks'), 'check', checks);
    await loadAll<Fault>(parts(folder, name, 'faults'), 'fault', faults);
    const manifest = ['service.ts', 'service.js'].map((base) => join(folder, base)).find(existsSync);
    if (manifest !== undefined) services.set(name, await load<Service>(manifest, 'service'));
  }
  const contract = readYaml(join(packageRoot(), 'schemas', 'pilotage.openapi.yaml'), 'pilotage.openapi.yaml');
  return { checks, faults, services, actions: pilotageActions(contract.value) };
}

function parts(
  folder: string,
  service: string,
  kind: 'checks' | 'faults',
): readonly (readonly [string, string])[] {
  const inside = join(folder, kind);
  if (!existsSync(inside)) return [];
  return readdirSync(inside)
    .filter((name) => part.test(name) && !notPart.test(name))
    .sort()
    .map((name) => [`${service}/${name.replace(part, '')}`, join(inside, name)] as const);
}

/** Loads side by side, keeps the order of the listing. */
async function loadAll<T>(
  listed: readonly (readonly [string, string])[],
  name: string,
  into: Map<string, T>,
): Promise<void> {
  const loaded = await Promise.all(listed.map(([, file]) => load<T>(file, name)));
  for (const [index, [id]] of listed.entries()) {
    const part = loaded[index];
    if (part !== undefined) into.set(id, part);
  }
}

async function load<T>(file: string, name: string): Promise<T> {
  let module: Readonly<Record<string, unknown>>;
  try {
    module = (await import(pathToFileURL(file).href)) as Readonly<Record<string, unknown>>;
  } catch (cause) {
    throw new BenchError('PART_BROKEN', `${file} does not load: ${String(cause)}`, { cause });
  }
  const found = module[name];
  if (found === undefined) {
    throw new BenchError('PART_BROKEN', `${file} does not export "${name}"`, {
      hint: `A file of this folder exports its part as \`${name}\`; see docs/adding-a-check.md.`,
    });
  }
  return found as T;
}
