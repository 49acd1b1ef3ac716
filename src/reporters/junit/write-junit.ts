import type { Lang } from '../../domain/bilingual.ts';
import type { ReportExigence, ReportFile, ReportRow } from '../../domain/report.gen.ts';

/**
 * JUnit for CI (schemas/junit.xsd): a chapitre is a testsuite, an exigence a testcase. Non-conforme is a failure, indéterminé an error,
 * all that is not decided is skipped; the text holds each finding with its fix.
 */
export function writeJunit(report: ReportFile, lang: Lang): string {
  const rows = new Map(report.rows.map((row) => [row.id, row]));
  const suites = report.chapitres.map((chapitre) => {
    const cases = chapitre.exigences.map((exigence) => testcase(exigence, chapitre.id, rows, lang));
    const count = (kind: string): number => cases.filter((one) => one.kind === kind).length;
    return {
      text: `  <testsuite name="${attribute(`${chapitre.id} ${chapitre.title[lang]}`)}" tests="${cases.length}" failures="${count('failure')}" errors="${count('error')}" skipped="${count('skipped')}" timestamp="${attribute(report.run.startedAt)}">\n${cases.map((one) => one.text).join('')}  </testsuite>\n`,
      tests: cases.length,
      failures: count('failure'),
      errors: count('error'),
    };
  });
  const sum = (key: 'tests' | 'failures' | 'errors'): number =>
    suites.reduce((total, suite) => total + suite[key], 0);
  return (
    `<?xml version="1.0" encoding="UTF-8"?>\n` +
    `<testsuites name="${attribute(`segur ${report.verdict.value}`)}" tests="${sum('tests')}" failures="${sum('failures')}" errors="${sum('errors')}">\n` +
    `${suites.map((suite) => suite.text).join('')}</testsuites>\n`
  );
}

interface Case {
  readonly kind: 'pass' | 'failure' | 'error' | 'skipped';
  readonly text: string;
}

function testcase(
  exigence: ReportExigence,
  chapitre: string,
  rows: ReadonlyMap<string, ReportRow>,
  lang: Lang,
): Case {
  const kind = kindOf(exigence);
  const name = attribute(`${exigence.id} ${exigence.title[lang]}`);
  const head = `    <testcase classname="${attribute(chapitre)}" name="${name}"`;
  if (kind === 'pass') return { kind, text: `${head}/>\n` };
  const why = attribute(exigence.reasons.map((reason) => reason[lang]).join(' ; ') || exigence.verdict);
  if (kind === 'skipped')
    return { kind, text: `${head}>\n      <skipped message="${why}"/>\n    </testcase>\n` };
  const body = escapeText(detail(exigence, rows, lang));
  return {
    kind,
    text: `${head}>\n      <${kind} type="${attribute(exigence.verdict)}" message="${why}">${body}</${kind}>\n    </testcase>\n`,
  };
}

function kindOf(exigence: ReportExigence): Case['kind'] {
  switch (exigence.verdict) {
    case 'conforme':
      return 'pass';
    case 'non-conforme':
      return 'failure';
    case 'indetermine':
      return 'error';
    case 'incomplet':
    case 'a-verifier':
    case 'non-applicable':
    case 'preconisation-non-suivie':
      return 'skipped';
  }
}

function detail(exigence: ReportExigence, rows: ReadonlyMap<string, ReportRow>, lang: Lang): string {
  const ids = [...new Set(exigence.preuves.flatMap((preuve) => preuve.rows))];
  return ids
    .map((id) => rows.get(id))
    .filter((row) => row !== undefined && (row.outcome === 'fail' || row.outcome === 'error'))
    .flatMap((row) => [
      `${row?.id ?? ''} [${row?.outcome ?? ''}] ${row?.reason?.[lang] ?? ''}`,
      ...(row?.findings ?? []).map(
        (finding) =>
          `  ${finding.says[lang]} (${finding.code}, ${finding.where?.preuve ?? ''} ${finding.where?.path ?? ''})\n  -> ${finding.fix[lang]}`,
      ),
    ])
    .join('\n');
}

function attribute(text: string): string {
  return escapeText(text)
    .replaceAll('"', '&quot;')
    .replaceAll(/[\t\r\n]/g, ' ');
}

/** XML 1.0, 2.2: no control characters, lone surrogates nor non-characters, not even as references. */
const notXml = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

function escapeText(text: string): string {
  return text
    .replaceAll(notXml, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}
