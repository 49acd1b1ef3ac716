import { blobPath } from '../../domain/blob-path.ts';
import type { Lang } from '../../domain/bilingual.ts';
import type { ReportFile, ReportFinding, ReportRow } from '../../domain/report.gen.ts';

/** One result before it is written: a finding, or a row that did not pass and found nothing (a time-out). */
interface Seen {
  readonly row: ReportRow;
  readonly ruleId: string;
  readonly finding?: ReportFinding;
}

type Weight = Readonly<{ level: 'error' | 'warning' | 'note' | 'none'; kind: 'fail' | 'review' }>;

/** SARIF 2.1.0, 3.27.10: a result whose kind is not `fail` has level `none`. */
const weights: Readonly<Record<ReportRow['gravite'], Weight>> = {
  bloquante: { level: 'error', kind: 'fail' },
  avertissement: { level: 'warning', kind: 'fail' },
  revue: { level: 'none', kind: 'review' },
  information: { level: 'note', kind: 'fail' },
};

/** What a row without finding weighs: its outcome says it. */
const gravites: Partial<Readonly<Record<ReportRow['outcome'], ReportRow['gravite']>>> = {
  fail: 'bloquante',
  warn: 'avertissement',
  review: 'revue',
};

/**
 * SARIF 2.1.0: a rule per check and code, a result per finding, placed in the blob of the preuve that shows it
 * (a path in `blobs.tar`, relative to this file once extracted). Rows on which the bench broke are notifications,
 * never results.
 */
export function writeSarif(report: ReportFile, lang: Lang): string {
  const seen = report.rows.flatMap(seenIn);
  const ruleIds = [...new Set(seen.map(({ ruleId }) => ruleId))].sort();
  const rules = ruleIds.map((id) => rule(id, seen, lang));
  const broken = report.rows.filter(({ outcome }) => outcome === 'error');
  const sarif = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'segur', version: report.run.bench, language: lang, rules } },
        automationDetails: { id: `segur/${report.catalogue.id}/${report.run.id}` },
        invocations: [
          {
            executionSuccessful: report.run.end === 'complete' && broken.length === 0,
            startTimeUtc: report.run.startedAt,
            endTimeUtc: report.run.endedAt,
            toolExecutionNotifications: broken.map((row) => ({
              level: 'error',
              message: { text: row.reason?.[lang] ?? row.id },
            })),
          },
        ],
        results: seen.map((one) => result(one, ruleIds.indexOf(one.ruleId), report, lang)),
        properties: { verdict: report.verdict.value },
      },
    ],
  };
  return `${JSON.stringify(sarif, null, 2)}\n`;
}

function seenIn(row: ReportRow): readonly Seen[] {
  if (row.findings.length > 0)
    return row.findings.map((finding) => ({ row, finding, ruleId: `${row.check}/${finding.code}` }));
  return ['fail', 'warn', 'review'].includes(row.outcome) ? [{ row, ruleId: row.check }] : [];
}

function rule(id: string, seen: readonly Seen[], lang: Lang): object {
  const one = seen.find(({ ruleId }) => ruleId === id);
  const url = one?.row.clauses.find((clause) => clause.url?.startsWith('http') === true)?.url;
  return {
    id,
    shortDescription: { text: one?.row.title[lang] ?? id },
    ...(one?.finding === undefined ? {} : { help: { text: one.finding.fix[lang] } }),
    ...(url === undefined ? {} : { helpUri: url }),
  };
}

function result({ row, finding, ruleId }: Seen, ruleIndex: number, report: ReportFile, lang: Lang): object {
  const message =
    finding === undefined
      ? (row.reason?.[lang] ?? row.title[lang])
      : `${finding.says[lang]} → ${finding.fix[lang]}`;
  return {
    ruleId,
    ruleIndex,
    ...weights[finding?.gravite ?? gravites[row.outcome] ?? row.gravite],
    message: { text: message },
    locations: [location(row, finding?.where, report)],
    partialFingerprints: { 'segurRow/v1': `${row.id}/${finding?.code ?? row.outcome}` },
    properties: { row: row.id, proves: row.proves, outcome: row.outcome },
  };
}

/** SHA-256 of the blobs that results are placed in: to be extracted beside the file, for viewers to show them. */
export function sarifBlobs(report: ReportFile): readonly string[] {
  const shown = report.rows.flatMap(seenIn).map(({ finding }) => shownBlob(report, finding?.where));
  return [...new Set(shown)].filter((sha256) => sha256 !== undefined).sort();
}

function shownBlob(report: ReportFile, where: ReportFinding['where']): string | undefined {
  const blobs = report.preuves.find(({ id }) => id === where?.preuve)?.blobs ?? {};
  return blobs['file'] ?? blobs['request'] ?? Object.values(blobs)[0];
}

function location(row: ReportRow, where: ReportFinding['where'], report: ReportFile): object {
  const sha256 = shownBlob(report, where);
  const line = where?.line ?? 0;
  const column = where?.column ?? 0;
  const region = { startLine: line, ...(column < 1 ? {} : { startColumn: column }) };
  return {
    ...(sha256 === undefined
      ? {}
      : {
          physicalLocation: {
            artifactLocation: { uri: blobPath(sha256) },
            ...(line < 1 ? {} : { region }),
          },
        }),
    logicalLocations: [
      {
        fullyQualifiedName: [
          `${row.scenario}#${row.steps.join(',')}`,
          ...(where?.preuve === undefined ? [] : [where.preuve]),
          ...(where?.path === undefined ? [] : [where.path]),
        ].join('/'),
      },
    ],
  };
}
