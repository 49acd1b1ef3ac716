import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { DossierCertificat, DossierFile } from '../domain/dossier.gen.ts';
import type { JsonObject } from '../domain/json.ts';
import type { Registry } from '../domain/registry.ts';
import type { Dossier } from './dossier.ts';
import { fillSecrets, redactOptions, type SecretSource } from './dossier-secrets.ts';
import { refuse, type Problem } from './problem.ts';
import { readYaml } from './read-yaml.ts';
import { schemaProblems } from './schema-problems.ts';
import type { SchemaSet } from './schema-set.ts';
import { didYouMean } from './suggest.ts';

export interface LoadDossierOptions {
  readonly schemas: SchemaSet;
  readonly registry: Registry;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/**
 * Reads a `segur.yaml`: schema, options of each service against that service's own schema, secrets and files
 * resolved from the folder of the dossier. Throws ProblemsError with every problem at once.
 * A service that needs no setting is configured by its defaults, written or not.
 */
export function loadDossier(path: string, options: LoadDossierOptions): Dossier {
  const source = readYaml(path);
  refuse(schemaProblems(options.schemas.file('dossier'), { source, pointer: '', value: source.value }));
  const file = source.value as DossierFile;
  const problems: Problem[] = [];
  const from: SecretSource = { source, folder: dirname(resolve(path)), environment: options.environment };
  const services = serviceOptions(file, from, options, problems);
  const pilote = piloteOf(file, from, problems);
  const attestations = (file.attestations ?? []).map((attestation, index) => ({
    preuve: attestation.preuve,
    valeur: attestation.valeur,
    par: attestation.par,
    le: attestation.le,
    ...(attestation.motif === undefined ? {} : { motif: attestation.motif }),
    ...(attestation.fichier === undefined
      ? {}
      : { fichier: digestOf(attestation.fichier, `/attestations/${index}/fichier`, from, problems) }),
  }));
  problems.push(...dossierProblems(file, from, options.registry));
  refuse(problems);
  return {
    source,
    solution: file.solution,
    candidature: file.candidature,
    conditions: Object.fromEntries(
      Object.entries(file.conditions ?? {}).map(([id, answer]) => [
        id,
        answer === true ? { valeur: true } : answer,
      ]),
    ),
    nonApplicables: file.nonApplicables ?? [],
    services,
    redacted: Object.fromEntries(
      Object.entries(services).map(([name, given]) => [
        name,
        redactOptions(name, given, options.registry.services.get(name)?.secrets ?? []),
      ]),
    ),
    ...(pilote === undefined ? {} : { pilote }),
    actions: file.actions ?? {},
    attestations,
    fichiers: (file.fichiers ?? []).map(({ kind, chemin, scenario }) => ({
      kind,
      path: resolve(from.folder, chemin),
      ...(scenario === undefined ? {} : { scenario }),
    })),
    certificats: (file.certificats ?? []).map(certificatOf),
    ...(file.graine === undefined ? {} : { graine: file.graine }),
  };
}

function certificatOf({
  nom,
  etat,
  produit,
  version,
  le,
}: DossierCertificat): Dossier['certificats'][number] {
  return {
    nom,
    etat,
    ...(produit === undefined ? {} : { produit }),
    ...(version === undefined ? {} : { version }),
    ...(le === undefined ? {} : { le }),
  };
}

function serviceOptions(
  file: DossierFile,
  from: SecretSource,
  { schemas, registry }: LoadDossierOptions,
  problems: Problem[],
): Readonly<Record<string, JsonObject>> {
  const written = file.services ?? {};
  for (const name of Object.keys(written)) {
    if (registry.services.has(name)) continue;
    problems.push({
      code: 'UNKNOWN_SERVICE',
      message: `unknown service "${name}"`,
      at: from.source.locate('/services', name),
      hint: didYouMean(name, registry.services.keys()),
    });
  }
  const configured: Record<string, JsonObject> = {};
  for (const [name, service] of registry.services) {
    const pointer = `/services/${name}`;
    const own = written[name] as JsonObject | undefined;
    const value = structuredClone(fillSecrets(own ?? {}, pointer, from, problems)) as JsonObject;
    const hidden = service.secrets.map((secret) => `/${secret.replaceAll('.', '/')}`);
    const placed = { source: from.source, pointer, value, hidden };
    const wrong = schemaProblems(schemas.options(service.options), placed);
    if (own !== undefined) problems.push(...wrong);
    if (wrong.length === 0) configured[name] = value;
  }
  return configured;
}

function piloteOf(
  file: DossierFile,
  from: SecretSource,
  problems: Problem[],
): NonNullable<DossierFile['pilote']> | undefined {
  const { pilote } = file;
  if (pilote === undefined) return undefined;
  switch (pilote.kind) {
    case 'http': {
      const headers = fillSecrets(pilote.headers ?? {}, '/pilote/headers', from, problems) as Record<
        string,
        string
      >;
      const ca = pilote.ca === undefined ? {} : { ca: resolve(from.folder, pilote.ca) };
      return { ...pilote, ...ca, headers };
    }
    case 'command':
      return { ...pilote, cwd: resolve(from.folder, pilote.cwd ?? '.') };
    case 'browser':
    case 'attended':
      return pilote;
  }
}

function dossierProblems(file: DossierFile, from: SecretSource, registry: Registry): readonly Problem[] {
  const problems: Problem[] = [];
  for (const [id, answer] of Object.entries(file.conditions ?? {})) {
    if (answer === true || answer.valeur || answer.justification !== undefined) continue;
    problems.push({
      code: 'JUSTIFICATION_DUE',
      message: `condition "${id}" is answered false without a justification`,
      at: from.source.locate('/conditions', id),
      hint: 'Write { valeur: false, justification: "..." }: it is listed in the report.',
    });
  }
  for (const id of Object.keys(file.actions ?? {})) {
    if (registry.actions.has(id)) continue;
    problems.push({
      code: 'UNKNOWN_ACTION',
      message: `unknown action "${id}"`,
      at: from.source.locate('/actions', id),
      hint: didYouMean(id, registry.actions.keys()),
    });
  }
  (file.fichiers ?? []).forEach(({ chemin }, index) => {
    digestOf(chemin, `/fichiers/${index}/chemin`, from, problems);
  });
  (file.certificats ?? []).forEach(({ fichier }, index) => {
    if (fichier !== undefined) digestOf(fichier, `/certificats/${index}/fichier`, from, problems);
  });
  return problems;
}

/** SHA-256 of a file handed in; a file that cannot be read is a problem at its line. */
function digestOf(path: string, pointer: string, from: SecretSource, problems: Problem[]): string {
  try {
    return createHash('sha256')
      .update(readFileSync(resolve(from.folder, path)))
      .digest('hex');
  } catch {
    problems.push({
      code: 'FILE_MISSING',
      message: `file "${path}" is not readable`,
      at: from.source.locate(pointer),
      hint: 'Paths start at the folder of the dossier.',
    });
    return '';
  }
}
