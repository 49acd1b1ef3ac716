import type { Lang } from '../domain/bilingual.ts';
import type { CheckedFile, CheckFinding, CheckLack, CheckReport } from '../domain/check-result.gen.ts';
import type { Json } from '../domain/json.ts';
import { clausesOf } from './check-words.ts';

const levels = { error: 'error', warning: 'warning', note: 'note' } as const;

/** SARIF 2.1.0: a result per finding, files that could not be judged as notifications of the invocation. */
export function sarifReport(report: CheckReport, lang: Lang, version: string): string {
  const findings = report.files.flatMap((file) => file.findings.map((finding) => ({ file, finding })));
  const rules = new Map<string, Json>();
  for (const { finding } of findings)
    if (!rules.has(ruleId(finding))) rules.set(ruleId(finding), rule(finding, lang));
  const indexes = new Map([...rules.keys()].map((id, index) => [id, index]));
  const broken = report.files.filter(
    ({ problem, outcome }) => problem !== undefined && outcome !== 'ignored',
  );
  const log: Json = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'segur check', version, language: lang, rules: [...rules.values()] } },
        columnKind: 'utf16CodeUnits',
        invocations: [
          {
            executionSuccessful: broken.length === 0,
            toolExecutionNotifications: broken.map((file) => notification(file, lang)),
            toolConfigurationNotifications: (report.kit?.lacks ?? []).map((lack) => lackOf(lack, lang)),
          },
        ],
        artifacts: report.files.map((file) => ({
          location: { uri: uriOf(file.file) },
          ...(file.sha256 === undefined ? {} : { hashes: { 'sha-256': file.sha256 } }),
        })),
        results: findings.map(({ file, finding }) => ({
          ruleId: ruleId(finding),
          ruleIndex: indexes.get(ruleId(finding)) ?? 0,
          level: levels[finding.severity],
          message: { text: finding.says[lang] },
          locations: [locationOf(file, finding)],
        })),
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

function ruleId(finding: CheckFinding): string {
  return `${finding.rule}/${finding.code}`;
}

function rule(finding: CheckFinding, lang: Lang): Json {
  return {
    id: ruleId(finding),
    shortDescription: { text: `${finding.rule} : ${finding.code}` },
    help: { text: `${finding.fix[lang]}\n${clausesOf(finding)}`.trim() },
    defaultConfiguration: { level: levels[finding.severity] },
  };
}

function notification(file: CheckedFile, lang: Lang): Json {
  const { problem } = file;
  return {
    level: 'error',
    descriptor: { id: problem?.code ?? 'UNKNOWN' },
    message: { text: problem?.says[lang] ?? '' },
    locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(file.file) }, ...region(problem) } }],
  };
}

/** A kit is a part of the configuration: what it lacks is a condition of the run (3.20.22). */
function lackOf({ kind, ruleSet, names, says }: CheckLack, lang: Lang): Json {
  return {
    level: 'warning',
    descriptor: { id: `kit/${ruleSet}/${kind}` },
    message: { text: `${says[lang]} ${names.join(', ')}` },
  };
}

function locationOf(file: CheckedFile, finding: CheckFinding): Json {
  const path = [finding.document, finding.path].filter((part) => part !== undefined && part !== '').join(' ');
  // A place inside of an archive or a mail is no line of the file itself.
  const place = finding.document === undefined ? region(finding) : {};
  return {
    physicalLocation: { artifactLocation: { uri: uriOf(file.file) }, ...place },
    ...(path === '' ? {} : { logicalLocations: [{ fullyQualifiedName: path }] }),
  };
}

function region(at: { readonly line?: number; readonly column?: number } | undefined): {
  readonly region?: { readonly [key: string]: Json };
} {
  if (at?.line === undefined) return {};
  return { region: { startLine: at.line, ...(at.column === undefined ? {} : { startColumn: at.column }) } };
}

function uriOf(file: string): string {
  return file.split(/[\\/]/).map(encodeURIComponent).join('/');
}
