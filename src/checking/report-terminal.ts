import { Chalk, type ChalkInstance } from 'chalk';
import type { Lang } from '../domain/bilingual.ts';
import type {
  CheckedFile,
  CheckFinding,
  CheckLack,
  CheckReport,
  CheckRuleSet,
} from '../domain/check-result.gen.ts';
import {
  clausesOf,
  counted,
  lacksTitle,
  outcomeWords,
  placeOf,
  ruleSetWords,
  summarySentence,
  tally,
} from './check-words.ts';
import { documentKinds, isDocumentKind } from './document-kind.ts';
import { visibleText } from '../domain/visible-text.ts';
import { groupFindings } from './group-findings.ts';

const marks: Readonly<Record<CheckedFile['outcome'], string>> = {
  pass: '✔',
  warn: '▲',
  fail: '✖',
  unexercised: '○',
  unusable: '✖',
  broken: '✖',
  ignored: '·',
};

/** Findings of one code shown one by one; the rest is counted. */
const shown = 5;

/** How one file is told, a block of lines. */
export function terminalFile(file: CheckedFile, lang: Lang, color: boolean): string {
  const ink = inkOf(color);
  const tint = tintOf(ink, file.outcome);
  const kind = isDocumentKind(file.kind) ? documentKinds[file.kind].title[lang] : file.kind;
  const told = kind === 'unknown' ? '' : ` ${ink.dim(`(${kind})`)}`;
  const at = file.problem?.line === undefined ? '' : `:${file.problem.line}:${file.problem.column ?? 1}`;
  const head = `${tint(marks[file.outcome])} ${ink.bold(visibleText(file.file) + at)}${told} ${tint(resultOf(file, lang))}`;
  if (file.outcome === 'ignored') return `${head}${ignoredWhy(file, lang, ink)}\n`;
  const lines = [
    head,
    ...(file.problem === undefined ? [] : problemLines(file.problem, lang, ink)),
    ...(file.outcome === 'unexercised' ? nothingLines(file, lang, ink) : []),
    ...groupFindings(file.findings).flatMap((group) => groupLines(group, lang, ink)),
    ...file.ruleSets.map((ruleSet) => ruleSetLine(ruleSet, lang, ink)),
  ];
  return `${lines.join('\n')}\n`;
}

/** One line is enough for what is no document. */
function ignoredWhy({ problem }: CheckedFile, lang: Lang, ink: ChalkInstance): string {
  return problem === undefined ? '' : ink.dim(` — ${visibleText(problem.says[lang])}`);
}

/** The last lines: what the kit could not judge, the sum, and the rules applied. */
export function terminalSummary(report: CheckReport, lang: Lang, color: boolean): string {
  const ink = inkOf(color);
  const { kit } = report;
  const rules = `${lang === 'fr' ? 'Règles' : 'Rules'} ${report.pack.id} (${report.asOf})`;
  const none =
    lang === 'fr' ? 'sans kit CDA : ni schéma ni Schematron' : 'without CDA kit: no schema, no Schematron';
  const other =
    kit === undefined || kit.version === kit.expected
      ? ''
      : lang === 'fr'
        ? ` (le jeu de règles attend ${kit.expected})`
        : ` (the rule pack expects ${kit.expected})`;
  const withKit = kit === undefined ? none : `kit ${kit.version}${other}`;
  return [
    ...lackLines(kit?.lacks ?? [], lang, ink),
    '',
    ink.bold(summarySentence(report, lang)),
    ink.dim(`${rules} ; ${withKit}`),
    '',
  ].join('\n');
}

/** Names shown of one lack; the report in JSON has them all. */
const shownNames = 4;

function lackLines(lacks: readonly CheckLack[], lang: Lang, ink: ChalkInstance): readonly string[] {
  if (lacks.length === 0) return [];
  const lines = lacks.flatMap(({ ruleSet, names, says }) => {
    const rest = names.length - shownNames;
    const more = rest > 0 ? [`… ${counted(rest, 'more', lang)}`] : [];
    return [
      `  ${ink.yellow(`kit/${ruleSet}`)} ${says[lang]}`,
      `    ${ink.dim([...names.slice(0, shownNames).map(fileName), ...more].join(', '))}`,
    ];
  });
  return ['', ink.bold(lacksTitle[lang]), ...lines];
}

/** The report in JSON has the folders too. */
function fileName(name: string): string {
  return name.replace(/[^\s]+\//g, '');
}

function inkOf(color: boolean): ChalkInstance {
  return new Chalk({ level: color ? 1 : 0 });
}

function tintOf(ink: ChalkInstance, outcome: CheckedFile['outcome']): ChalkInstance {
  if (outcome === 'pass') return ink.green;
  if (outcome === 'warn' || outcome === 'unexercised') return ink.yellow;
  return outcome === 'ignored' ? ink.dim : ink.red;
}

function resultOf(file: CheckedFile, lang: Lang): string {
  const count = (severity: CheckFinding['severity']): number =>
    file.findings.filter((finding) => finding.severity === severity).length;
  if (file.outcome !== 'pass' && file.outcome !== 'warn' && file.outcome !== 'fail')
    return outcomeWords[file.outcome][lang];
  const played = counted(file.checks.exercised.length, 'check', lang);
  return `${tally(count('error'), count('warning'), lang)}, ${played}`;
}

function problemLines(
  problem: NonNullable<CheckedFile['problem']>,
  lang: Lang,
  ink: ChalkInstance,
): readonly string[] {
  return [
    `  ${ink.red(problem.code)} ${visibleText(problem.says[lang])}`,
    ...(problem.hint === undefined ? [] : [`    ${ink.cyan('→')} ${problem.hint[lang]}`]),
  ];
}

/** Why a file that was read got no judgement: never a success. */
function nothingLines({ checks }: CheckedFile, lang: Lang, ink: ChalkInstance): readonly string[] {
  const tried = [...checks.unexercised, ...checks.needContext];
  const none =
    lang === 'fr'
      ? 'aucun contrôle n’existe pour cette sorte de document'
      : 'no check exists for this kind of document';
  const empty = lang === 'fr' ? 'rien à juger dedans pour' : 'nothing in it to judge for';
  return [`  ${ink.dim(tried.length === 0 ? none : `${empty} : ${tried.join(', ')}`)}`];
}

function groupLines(group: readonly CheckFinding[], lang: Lang, ink: ChalkInstance): readonly string[] {
  const [first] = group;
  if (first === undefined) return [];
  const tint = { error: ink.red, warning: ink.yellow, note: ink.blue }[first.severity];
  const lines = group.slice(0, shown).map((finding) => {
    const place = placeOf(finding);
    return `    ${visibleText(finding.says[lang])}${place === '' ? '' : ` ${ink.dim(`— ${visibleText(place)}`)}`}`;
  });
  const rest = group.length - shown;
  const more =
    rest > 0 ? [`    ${ink.dim(`… ${lang === 'fr' ? 'et' : 'and'} ${counted(rest, 'more', lang)}`)}`] : [];
  return [
    `  ${tint(first.code)} ${ink.dim(`[${first.rule}]`)}`,
    ...lines,
    ...more,
    ...(first.fix[lang] === '' ? [] : [`    ${ink.cyan('→')} ${visibleText(first.fix[lang])}`]),
    `    ${ink.dim(clausesOf(first))}`,
  ];
}

function ruleSetLine({ id, document, status, fired }: CheckRuleSet, lang: Lang, ink: ChalkInstance): string {
  const where = document === '' ? '' : ` ${visibleText(document)}`;
  const rules = status === 'unexercised' ? '' : `, ${counted(fired, 'rule', lang)}`;
  return `  ${ink.dim(`kit/${id}${where} : ${ruleSetWords[status][lang]}${rules}`)}`;
}
