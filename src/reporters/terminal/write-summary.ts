import type { ChalkInstance } from 'chalk';
import type { Bilingual, Lang } from '../../domain/bilingual.ts';
import type { ReportExigence, ReportFile, ReportRow } from '../../domain/report.gen.ts';
import { visibleText } from '../../domain/visible-text.ts';

const marks: Readonly<Record<ReportExigence['verdict'], string>> = {
  conforme: '✓',
  'non-conforme': '✗',
  incomplet: '…',
  'a-verifier': '?',
  'non-applicable': '–',
  'preconisation-non-suivie': '·',
  indetermine: '!',
};

const texts = {
  counts: { fr: 'contrôles', en: 'rows' },
  warnings: { fr: 'Avertissements (ne décident pas)', en: 'Warnings (decide nothing)' },
  more: { fr: 'autres, dans le rapport', en: 'more, in the report' },
  catalogue: { fr: 'Catalogue', en: 'Catalogue' },
  status: { fr: 'état', en: 'status' },
  explain: { fr: 'Comprendre une ligne', en: 'Understand a line' },
} satisfies Record<string, Bilingual>;

const maxWarnings = 12;

/** The end of a run in a terminal: chapitre by chapitre, what failed and how to fix it, then the verdict. */
export function writeSummary(report: ReportFile, lang: Lang, chalk: ChalkInstance): string {
  const rows = new Map(report.rows.map((row) => [row.id, row]));
  const lines: string[] = [];
  for (const chapitre of report.chapitres) {
    const shown = chapitre.exigences.filter((exigence) => exigence.verdict !== 'non-applicable');
    if (shown.length === 0) continue;
    lines.push('', chalk.bold(`${chapitre.id}  ${chapitre.title[lang]}`));
    for (const exigence of shown) lines.push(...exigenceLines(exigence, rows, lang, chalk));
  }
  lines.push(...warningLines(report, lang, chalk), '', ...verdictLines(report, lang, chalk), '');
  return lines.join('\n');
}

function exigenceLines(
  exigence: ReportExigence,
  rows: ReadonlyMap<string, ReportRow>,
  lang: Lang,
  chalk: ChalkInstance,
): readonly string[] {
  const color =
    exigence.verdict === 'conforme'
      ? chalk.green
      : exigence.verdict === 'non-conforme' || exigence.verdict === 'indetermine'
        ? chalk.red
        : chalk.yellow;
  const lines = [
    `  ${color(marks[exigence.verdict])} ${exigence.id.padEnd(14)} ${shown(exigence.title[lang])}`,
  ];
  if (exigence.verdict === 'conforme') return lines;
  const ids = [...new Set(exigence.preuves.flatMap((preuve) => preuve.rows))];
  const failed = ids
    .map((id) => rows.get(id))
    .filter((row) => row !== undefined && (row.outcome === 'fail' || row.outcome === 'error'));
  if (failed.length === 0)
    return [
      ...lines,
      ...exigence.reasons.slice(0, 2).map((reason) => chalk.dim(`      ${shown(reason[lang])}`)),
    ];
  return [...lines, ...failed.flatMap((row) => (row === undefined ? [] : rowLines(row, lang, chalk)))];
}

function rowLines(row: ReportRow, lang: Lang, chalk: ChalkInstance): readonly string[] {
  const head = `      ${chalk.dim(row.id)}${row.reason === undefined ? '' : ` ${shown(row.reason[lang])}`}`;
  return [
    head,
    ...row.findings
      .slice(0, 3)
      .flatMap((finding) => [
        `        ${shown(finding.says[lang])}`,
        `        ${chalk.cyan('→')} ${shown(finding.fix[lang])}`,
      ]),
  ];
}

function warningLines(report: ReportFile, lang: Lang, chalk: ChalkInstance): readonly string[] {
  const warned = report.rows.filter((row) => row.outcome === 'warn');
  if (warned.length === 0) return [];
  const lines = warned
    .slice(0, maxWarnings)
    .map(
      (row) =>
        `  ${chalk.yellow('!')} ${shown(row.findings[0]?.says[lang] ?? row.reason?.[lang] ?? row.title[lang])} ${chalk.dim(row.id)}`,
    );
  const rest = warned.length - lines.length;
  return [
    '',
    chalk.bold(texts.warnings[lang]),
    ...lines,
    ...(rest > 0 ? [chalk.dim(`  … ${rest} ${texts.more[lang]}`)] : []),
  ];
}

function verdictLines(report: ReportFile, lang: Lang, chalk: ChalkInstance): readonly string[] {
  const { value, sentence, reasons } = report.verdict;
  const color =
    value === 'REFERENCABLE'
      ? chalk.bgGreen.black
      : value === 'NON_REFERENCABLE' || value === 'INDETERMINE'
        ? chalk.bgRed.white
        : chalk.bgYellow.black;
  const counts = Object.entries(report.counts.rows).map(([outcome, count]) => `${count} ${outcome}`);
  return [
    `${color(` ${value} `)} ${shown(sentence[lang])}`,
    ...reasons.slice(0, 8).map((reason) => `  • ${shown(reason[lang])}`),
    ...(reasons.length > 8 ? [chalk.dim(`  … ${reasons.length - 8} ${texts.more[lang]}`)] : []),
    chalk.dim(
      `  ${texts.counts[lang]} : ${counts.join(', ')} · ${texts.catalogue[lang]} ${report.catalogue.id} (${texts.status[lang]} ${report.catalogue.status})`,
    ),
  ];
}

/** Text of the software can neither drive the terminal nor write lines of its own. */
function shown(text: string): string {
  return visibleText(text).replaceAll(/\s*\n\s*/g, ' ');
}
