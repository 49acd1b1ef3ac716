import type { Lang } from '../../domain/bilingual.ts';
import type { ReportFile, ReportFinding, ReportRow } from '../../domain/report.gen.ts';

const levels: Readonly<Record<string, 'error' | 'warning' | 'note'>> = {
  bloquante: 'error',
  avertissement: 'warning',
  revue: 'warning',
  information: 'note',
};

/** SARIF 2.1.0: a rule per check and code, a result per finding, placed in the preuve that shows it. */
export function writeSarif(report: ReportFile, lang: Lang): string {
  const found = report.rows.flatMap((row) => row.findings.map((finding) => ({ row, finding })));
  const ruleIds = [...new Set(found.map(({ row, finding }) => `${row.check}/${finding.code}`))].sort();
  const rules = ruleIds.map((id) => {
    const one = found.find(({ row, finding }) => `${row.check}/${finding.code}` === id);
    return {
      id,
      shortDescription: { text: one?.row.title[lang] ?? id },
      help: { text: one?.finding.fix[lang] ?? '' },
    };
  });
  const sarif = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'segur', version: report.run.bench, rules } },
        results: found.map(({ row, finding }) => result(row, finding, lang)),
      },
    ],
  };
  return `${JSON.stringify(sarif, null, 2)}\n`;
}

function result(row: ReportRow, finding: ReportFinding, lang: Lang): object {
  const { where } = finding;
  return {
    ruleId: `${row.check}/${finding.code}`,
    level: levels[finding.gravite] ?? 'warning',
    message: { text: `${finding.says[lang]} → ${finding.fix[lang]}` },
    locations: [
      {
        logicalLocations: [
          {
            fullyQualifiedName: `${row.scenario}#${row.steps.join(',')}/${where?.preuve ?? ''}${where?.path === undefined ? '' : `/${where.path}`}`,
          },
        ],
      },
    ],
    properties: { proves: row.proves, outcome: row.outcome },
  };
}
