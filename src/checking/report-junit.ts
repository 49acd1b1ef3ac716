import type { Lang } from '../domain/bilingual.ts';
import type { CheckedFile, CheckFinding, CheckReport } from '../domain/check-result.gen.ts';
import { clausesOf, lacksTitle, outcomeWords, placeOf } from './check-words.ts';
import { escapeMarkup } from './escape-markup.ts';

interface Case {
  readonly name: string;
  readonly body: string;
  readonly state: 'passed' | 'failure' | 'error' | 'skipped';
}

/**
 * JUnit XML (schemas/junit.xsd): a suite per file, a case per check or rule set, and a suite for what the kit did not
 * allow to judge. Errors fail, warnings are told in `system-out`, what was not exercised is skipped and an unusable
 * file is an error. No times: they would make reports differ.
 */
export function junitReport(report: CheckReport, lang: Lang): string {
  const suites = [
    ...report.files.map((file) => ({ name: file.file, cases: casesOf(file, lang) })),
    ...kitSuite(report, lang),
  ];
  const all = suites.flatMap(({ cases }) => cases);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="segur check" ${counts(all)}>`,
    ...suites.map(suite),
    '</testsuites>',
    '',
  ].join('\n');
}

interface Suite {
  readonly name: string;
  readonly cases: readonly Case[];
}

function kitSuite({ kit }: CheckReport, lang: Lang): readonly Suite[] {
  if (kit === undefined || kit.lacks.length === 0) return [];
  const cases = kit.lacks.map(({ kind, ruleSet, names, says }): Case => {
    const message = escapeMarkup(`${says[lang]} ${names.join(', ')}`);
    return { name: `kit/${ruleSet} (${kind})`, body: `<skipped message="${message}"/>`, state: 'skipped' };
  });
  return [{ name: `kit ${kit.version} : ${lacksTitle[lang]}`, cases }];
}

function suite({ name: plain, cases }: Suite): string {
  const name = escapeMarkup(plain);
  const lines = cases.map(({ name: one, body }) => {
    const head = `    <testcase classname="${name}" name="${escapeMarkup(one)}"`;
    return body === '' ? `${head}/>` : `${head}>${body}</testcase>`;
  });
  const skipped = `skipped="${counted(cases, 'skipped')}"`;
  return [`  <testsuite name="${name}" ${counts(cases)} ${skipped}>`, ...lines, '  </testsuite>'].join('\n');
}

function counts(cases: readonly Case[]): string {
  return `tests="${cases.length}" failures="${counted(cases, 'failure')}" errors="${counted(cases, 'error')}"`;
}

function counted(cases: readonly Case[], state: Case['state']): number {
  return cases.filter((one) => one.state === state).length;
}

function casesOf(file: CheckedFile, lang: Lang): readonly Case[] {
  if (file.problem !== undefined) {
    const text = escapeMarkup(`${file.problem.code}: ${file.problem.says[lang]}`);
    return file.outcome === 'ignored'
      ? [{ name: file.problem.code, body: `<skipped message="${text}"/>`, state: 'skipped' }]
      : [
          {
            name: file.problem.code,
            body: `<error type="${escapeMarkup(file.problem.code)}" message="${text}"/>`,
            state: 'error',
          },
        ];
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
  const out = others.map((finding) => `${finding.severity} ${finding.code}: ${detail(finding, file, lang)}`);
  const told = out.length === 0 ? '' : `<system-out>${escapeMarkup(out.join('\n'))}</system-out>`;
  return {
    name: rule,
    body: failureOf(errors, file, lang) + told,
    state: errors.length > 0 ? 'failure' : 'passed',
  };
}

/** One element for all errors of a rule: CI servers keep the first only. */
function failureOf(errors: readonly CheckFinding[], file: CheckedFile, lang: Lang): string {
  const [first, ...rest] = errors;
  if (first === undefined) return '';
  const more = rest.length === 0 ? '' : ` (+${rest.length})`;
  const type = [...new Set(errors.map(({ code }) => code))].join(', ');
  const details = errors.map((finding) => detail(finding, file, lang)).join('\n\n');
  return `<failure type="${escapeMarkup(type)}" message="${escapeMarkup(first.says[lang] + more)}">${escapeMarkup(details)}</failure>`;
}

function detail(finding: CheckFinding, file: CheckedFile, lang: Lang): string {
  return [
    `${file.file} ${placeOf(finding)}`.trim(),
    finding.says[lang],
    finding.fix[lang],
    clausesOf(finding),
  ].join('\n');
}
