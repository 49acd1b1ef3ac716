import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ValidateFunction } from 'ajv';
import type { Lang } from '../domain/bilingual.ts';
import type { Registry } from '../domain/registry.ts';
import type { ReportFile } from '../domain/report.gen.ts';
import type { SealedRun } from '../domain/sealed-run.ts';
import { BenchError } from '../domain/segur-error.ts';
import { writeJson } from '../reporters/json/write-json.ts';
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

/** Writes the formats asked for into a folder; returns the paths written. */
export async function writeReports(
  report: ReportFile,
  folder: string,
  formats: readonly ReportFormat[],
  lang: Lang,
): Promise<readonly string[]> {
  mkdirSync(folder, { recursive: true });
  const written: string[] = [];
  for (const format of formats) {
    const path = join(folder, fileNames[format]);
    writeFileSync(path, await render(report, format, lang));
    written.push(path);
  }
  return written;
}

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
      return (await import('../reporters/sarif/write-sarif.ts')).writeSarif(report, lang);
    case 'html':
      return (await import('../reporters/html/write-html.ts')).writeHtml(report, lang);
  }
}
