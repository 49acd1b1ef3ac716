import type { Lang } from '../domain/bilingual.ts';
import type { CheckedFile, CheckFinding, CheckReport } from '../domain/check-result.gen.ts';
import { clausesOf, outcomeWords, placeOf } from './check-words.ts';
import { escapeMarkup } from './escape-markup.ts';

interface Case {
  readonly name: string;
  readonly body: string;
  readonly state: 'passed' | 'failure' | 'error' | 'skipped';
}

/**
 * JUnit XML: a suite per file, a case per check or rule set. Errors fail, warnings are told in `system-out`, what was
 * not exercised is skipped and an unusable file is an error. No times: they would make reports differ.
 */
export function junitReport(report: CheckReport, lang: Lang): string {
  const suites = report.files.map((file) => ({ file, cases: casesOf(file, lang) }));
  const all = suites.flatMap(({ cases }) => cases);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="segur check" ${counts(all)}>`,
    ...suites.map(({ file, cases }) => suite(file, cases)),
    '</testsuites>',
    '',
  ].join('\n');
}

function suite(file: CheckedFile, cases: readonly Case[]): string {
  const name = escapeMarkup(file.file);
  const lines = cases.map(({ name: one, body }) => {
    const head = `    <testcase classname="${name}" name="${escapeMarkup(one)}"`;
    return body === '' ? `${head}/>` : `${head}>${body}</testcase>`;
  });
  return [`  <testsuite name="${name}" ${counts(cases)}>`, ...lines, '  </testsuite>'].join('\n');
}

function counts(cases: readonly Case[]): string {
  const count = (state: Case['state']): number => cases.filter((one) => one.state === state).length;
  return `tests="${cases.length}" failures="${count('failure')}" errors="${count('error')}" skipped="${count('skipped')}"`;
}

function casesOf(file: CheckedFile, lang: Lang): readonly Case[] {
  if (file.problem !== undefined) {
    const text = escapeMarkup(`${file.problem.code}: ${file.problem.says[lang]}`);
    return file.outcome === 'ignored'
      ? [{ name: file.problem.code, body: `<skipped message="${text}"/>`, state: 'skipped' }]
      : [{ name: file.problem.code, body: `<error message="${text}"/>`, state: 'error' }];
  }
  const rules = new Set([
    ...file.checks.exercised,
    ...file.findings.map(({ rule }) => rule),
    ...file.ruleSets.filter(({ status }) => status !== 'unexercised').map(({ id }) => `kit/${id}`),
  ]);
  const judged = [...rules].sort().map((rule) => judgedCase(rule, file, lang));
  const skipped = [
    ...file.checks.unexercised,
    ...file.checks.needContext,
    ...file.ruleSets.filter(({ status }) => status === 'unexercised').map(({ id }) => `kit/${id}`),
  ].filter((rule) => !rules.has(rule));
  const all = [...judged, ...[...new Set(skipped)].map(skippedCase(lang))];
  // A file on which no check bore must show in the report all the same.
  return all.length > 0 ? all : [skippedCase(lang)('segur')];
}

function skippedCase(lang: Lang): (rule: string) => Case {
  const message = escapeMarkup(outcomeWords.unexercised[lang]);
  return (name) => ({ name, body: `<skipped message="${message}"/>`, state: 'skipped' });
}

function judgedCase(rule: string, file: CheckedFile, lang: Lang): Case {
  const findings = file.findings.filter((finding) => finding.rule === rule);
  const errors = findings.filter(({ severity }) => severity === 'error');
  const others = findings.filter(({ severity }) => severity !== 'error');
  const failures = errors.map(
    (finding) =>
      `<failure type="${escapeMarkup(finding.code)}" message="${escapeMarkup(finding.says[lang])}">${escapeMarkup(detail(finding, file, lang))}</failure>`,
  );
  const out = others.map((finding) => `${finding.severity} ${finding.code}: ${detail(finding, file, lang)}`);
  const told = out.length === 0 ? '' : `<system-out>${escapeMarkup(out.join('\n'))}</system-out>`;
  return { name: rule, body: failures.join('') + told, state: errors.length > 0 ? 'failure' : 'passed' };
}

function detail(finding: CheckFinding, file: CheckedFile, lang: Lang): string {
  return [
    `${file.file} ${placeOf(finding)}`.trim(),
    finding.says[lang],
    finding.fix[lang],
    clausesOf(finding),
  ].join('\n');
}
