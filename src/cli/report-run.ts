import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ValidateFunction } from 'ajv';
import type { Lang } from '../domain/bilingual.ts';
import { blobPath } from '../domain/blob-path.ts';
import type { Registry } from '../domain/registry.ts';
import type { ReportFile } from '../domain/report.gen.ts';
import type { SealedRun } from '../domain/sealed-run.ts';
import { BenchError } from '../domain/segur-error.ts';
import { writeJson } from '../reporters/json/write-json.ts';
import type * as SarifModule from '../reporters/sarif/write-sarif.ts';
import { writeJunit } from '../reporters/junit/write-junit.ts';
import { buildReport } from '../verdict/build-report.ts';
import { registryLookup } from './registry-lookup.ts';

export const reportFormats = ['json', 'junit', 'sarif', 'html'] as const;
export type ReportFormat = (typeof reportFormats)[number];

/** Judges a sealed run; throws BenchError when the report is not of its own schema. */
export function judgedReport(run: SealedRun, registry: Registry, validate: ValidateFunction): ReportFile {
  const lookup = registryLookup(registry);
  const report = buildReport(run, lookup);
  if (!validate(JSON.parse(JSON.stringify(report)))) {
    const first = validate.errors?.[0];
    throw new BenchError(
      'REPORT_SCHEMA',
      `the report breaks its schema at ${first?.instancePath ?? ''}: ${first?.message ?? ''}`,
    );
  }
  return report;
}

export interface ReportsWanted {
  readonly run: SealedRun;
  readonly folder: string;
  readonly formats: readonly ReportFormat[];
  readonly lang: Lang;
}

/**
 * Writes the formats asked for into a folder; returns the paths written. Beside a SARIF file, the blobs that its
 * results are placed in, for a viewer to open.
 */
export async function writeReports(report: ReportFile, wanted: ReportsWanted): Promise<readonly string[]> {
  const { run, folder, formats, lang } = wanted;
  mkdirSync(folder, { recursive: true });
  const written: string[] = [];
  for (const format of formats) {
    const path = join(folder, fileNames[format]);
    writeFileSync(path, await render(report, format, lang));
    written.push(path);
    if (format === 'sarif') extractBlobs(run, (await loadSarif()).sarifBlobs(report), folder);
  }
  return written;
}

function extractBlobs(run: SealedRun, names: readonly string[], folder: string): void {
  const refs = new Map(
    run.preuves.flatMap(({ raw }) => Object.values(raw)).map((ref) => [ref.sha256, ref] as const),
  );
  for (const name of names) {
    const ref = refs.get(name);
    if (ref === undefined) continue;
    const file = join(folder, blobPath(name));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, run.bytes(ref));
  }
}

/** Loaded for who asks for it: most runs do not. */
const loadSarif = (): Promise<typeof SarifModule> => import('../reporters/sarif/write-sarif.ts');

const fileNames: Readonly<Record<ReportFormat, string>> = {
  json: 'report.json',
  junit: 'junit.xml',
  sarif: 'report.sarif',
  html: 'report.html',
};

async function render(report: ReportFile, format: ReportFormat, lang: Lang): Promise<string> {
  switch (format) {
    case 'json':
      return writeJson(report);
    case 'junit':
      return writeJunit(report, lang);
    case 'sarif':
      return (await loadSarif()).writeSarif(report, lang);
    case 'html':
      return (await import('../reporters/html/write-html.ts')).writeHtml(report, lang);
  }
}
