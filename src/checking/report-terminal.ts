import { Chalk, type ChalkInstance } from 'chalk';
import type { Lang } from '../domain/bilingual.ts';
import type { CheckedFile, CheckFinding, CheckReport, CheckRuleSet } from '../domain/check-result.gen.ts';
import { clausesOf, limitsOf, outcomeWords, placeOf, summarySentence } from './check-words.ts';
import { documentKinds, isDocumentKind } from './document-kind.ts';

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
  const at = file.problem?.line === undefined ? '' : `:${file.problem.line}:${file.problem.column ?? 1}`;
  const head = `${tint(marks[file.outcome])} ${ink.bold(file.file + at)} ${ink.dim(`(${kind})`)} ${tint(tally(file, lang))}`;
  const lines = [
    head,
    ...(file.problem === undefined ? [] : problemLines(file.problem, lang, ink)),
    ...(file.outcome === 'unexercised' ? nothingLines(file, lang, ink) : []),
    ...groups(file.findings).flatMap((group) => groupLines(group, lang, ink)),
    ...file.ruleSets.flatMap((ruleSet) => ruleSetLines(ruleSet, lang, ink)),
  ];
  return `${lines.join('\n')}\n`;
}

/** The last lines: rules applied and the sum. */
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
  return `\n${ink.bold(summarySentence(report)[lang])}\n${ink.dim(`${rules} ; ${withKit}`)}\n`;
}

function inkOf(color: boolean): ChalkInstance {
  return new Chalk({ level: color ? 1 : 0 });
}

function tintOf(ink: ChalkInstance, outcome: CheckedFile['outcome']): ChalkInstance {
  if (outcome === 'pass') return ink.green;
  if (outcome === 'warn' || outcome === 'unexercised') return ink.yellow;
  return outcome === 'ignored' ? ink.dim : ink.red;
}

function tally(file: CheckedFile, lang: Lang): string {
  const count = (severity: CheckFinding['severity']): number =>
    file.findings.filter((finding) => finding.severity === severity).length;
  const played = file.checks.exercised.length;
  if (file.outcome !== 'pass' && file.outcome !== 'warn' && file.outcome !== 'fail')
    return outcomeWords[file.outcome][lang];
  return lang === 'fr'
    ? `${count('error')} erreur(s), ${count('warning')} avertissement(s), ${played} contrôle(s) joué(s)`
    : `${count('error')} error(s), ${count('warning')} warning(s), ${played} check(s) played`;
}

function problemLines(
  problem: NonNullable<CheckedFile['problem']>,
  lang: Lang,
  ink: ChalkInstance,
): readonly string[] {
  return [
    `  ${ink.red(problem.code)} ${problem.says[lang]}`,
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

/** Findings of one rule and code are told together, in order of first appearance. */
function groups(findings: readonly CheckFinding[]): readonly (readonly CheckFinding[])[] {
  const byCode = new Map<string, CheckFinding[]>();
  for (const finding of findings) {
    const key = `${finding.rule} ${finding.code} ${finding.severity} ${finding.rule.startsWith('kit/') ? finding.says.fr : ''}`;
    const list = byCode.get(key);
    if (list === undefined) byCode.set(key, [finding]);
    else list.push(finding);
  }
  return [...byCode.values()];
}

function groupLines(group: readonly CheckFinding[], lang: Lang, ink: ChalkInstance): readonly string[] {
  const [first] = group;
  if (first === undefined) return [];
  const tint = { error: ink.red, warning: ink.yellow, note: ink.blue }[first.severity];
  const lines = group.slice(0, shown).map((finding) => {
    const place = placeOf(finding);
    return `    ${finding.says[lang]}${place === '' ? '' : ` ${ink.dim(`— ${place}`)}`}`;
  });
  const rest = group.length - shown;
  const more =
    rest > 0 ? [`    ${ink.dim(lang === 'fr' ? `… et ${rest} autre(s)` : `… and ${rest} more`)}`] : [];
  return [
    `  ${tint(first.code)} ${ink.dim(`[${first.rule}]`)}`,
    ...lines,
    ...more,
    ...(first.fix[lang] === '' ? [] : [`    ${ink.cyan('→')} ${first.fix[lang]}`]),
    `    ${ink.dim(clausesOf(first))}`,
  ];
}

function ruleSetLines(ruleSet: CheckRuleSet, lang: Lang, ink: ChalkInstance): readonly string[] {
  const word = {
    judged: { fr: 'joué', en: 'played' },
    partial: { fr: 'joué en partie', en: 'played in part' },
    unexercised: { fr: 'aucune règle déclenchée', en: 'no rule fired' },
  }[ruleSet.status][lang];
  const where = ruleSet.document === '' ? '' : ` ${ruleSet.document}`;
  const head = `  ${ink.dim(`kit/${ruleSet.id}${where} : ${word}, ${ruleSet.fired} ${lang === 'fr' ? 'règle(s)' : 'rule(s)'}`)}`;
  return [head, ...limitsOf(ruleSet).map((limit) => `    ${ink.dim(limit[lang])}`)];
}
