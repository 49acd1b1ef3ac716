import type { Bilingual, Lang } from '../domain/bilingual.ts';
import type { CheckedFile, CheckFinding, CheckReport, CheckRuleSet } from '../domain/check-result.gen.ts';

/** How an outcome is told. */
export const outcomeWords: Readonly<Record<CheckedFile['outcome'], Bilingual>> = {
  pass: { fr: 'rien à redire', en: 'nothing to say' },
  warn: { fr: 'avertissements', en: 'warnings' },
  fail: { fr: 'erreurs', en: 'errors' },
  unexercised: { fr: 'rien n’a été jugé', en: 'nothing was judged' },
  unusable: { fr: 'inexploitable', en: 'unusable' },
  broken: { fr: 'panne du banc', en: 'bench failure' },
  ignored: { fr: 'laissé de côté', en: 'left aside' },
};

/** How a severity is told. */
export const severityWords: Readonly<Record<CheckFinding['severity'], Bilingual>> = {
  error: { fr: 'erreur', en: 'error' },
  warning: { fr: 'avertissement', en: 'warning' },
  note: { fr: 'note', en: 'note' },
};

type Counted = readonly [one: string, many: string];
type Countable = CheckedFile['outcome'] | CheckFinding['severity'] | 'file' | 'check' | 'rule' | 'more';

const nouns: Readonly<Record<Countable, Readonly<Record<Lang, Counted>>>> = {
  file: { fr: ['fichier', 'fichiers'], en: ['file', 'files'] },
  error: { fr: ['erreur', 'erreurs'], en: ['error', 'errors'] },
  warning: { fr: ['avertissement', 'avertissements'], en: ['warning', 'warnings'] },
  note: { fr: ['note', 'notes'], en: ['note', 'notes'] },
  check: { fr: ['contrôle joué', 'contrôles joués'], en: ['check played', 'checks played'] },
  rule: { fr: ['règle déclenchée', 'règles déclenchées'], en: ['rule fired', 'rules fired'] },
  more: { fr: ['autre', 'autres'], en: ['more', 'more'] },
  pass: { fr: ['sans défaut', 'sans défaut'], en: ['without defect', 'without defect'] },
  warn: { fr: ['avec avertissements', 'avec avertissements'], en: ['with warnings', 'with warnings'] },
  fail: { fr: ['en erreur', 'en erreur'], en: ['with errors', 'with errors'] },
  unexercised: {
    fr: ['sans contrôle applicable', 'sans contrôle applicable'],
    en: ['without applicable check', 'without applicable check'],
  },
  unusable: { fr: ['inexploitable', 'inexploitables'], en: ['unusable', 'unusable'] },
  broken: { fr: ['en panne', 'en panne'], en: ['broken', 'broken'] },
  ignored: { fr: ['laissé de côté', 'laissés de côté'], en: ['left aside', 'left aside'] },
};

/** A number and what it counts; French has no plural for 0. */
export function counted(count: number, what: Countable, lang: Lang): string {
  const [one, many] = nouns[what][lang];
  return `${count} ${(lang === 'fr' ? count < 2 : count === 1) ? one : many}`;
}

const outcomes = ['pass', 'warn', 'fail', 'unexercised', 'unusable', 'broken', 'ignored'] as const;

/** One sentence for a whole run. */
export function summarySentence({ summary }: CheckReport, lang: Lang): string {
  const shown = outcomes
    .filter((outcome) => summary[outcome] > 0)
    .map((outcome) => counted(summary[outcome], outcome, lang));
  const files = [
    counted(summary.files, 'file', lang),
    ...(shown.length === 0 ? [] : [shown.join(', ')]),
  ].join(lang === 'fr' ? ' : ' : ': ');
  return `${files} — ${tally(summary.errors, summary.warnings, lang)}`;
}

/** The findings of a file or of a run, counted. */
export function tally(errors: number, warnings: number, lang: Lang): string {
  return `${counted(errors, 'error', lang)}, ${counted(warnings, 'warning', lang)}`;
}

/** Where a finding lies: document inside of the file, `line:column`, path. */
export function placeOf(finding: CheckFinding): string {
  const line =
    finding.line === undefined
      ? ''
      : `${finding.line}${finding.column === undefined ? '' : `:${finding.column}`}`;
  return [finding.document, line, finding.path].filter((part) => part !== undefined && part !== '').join(' ');
}

/** How a rule set of the kit was played. */
export const ruleSetWords: Readonly<Record<CheckRuleSet['status'], Bilingual>> = {
  judged: { fr: 'joué', en: 'played' },
  partial: { fr: 'joué en partie', en: 'played in part' },
  unexercised: { fr: 'rien à juger', en: 'nothing to judge' },
};

/** What heads the list of what the kit did not allow to judge. */
export const lacksTitle: Bilingual = {
  fr: 'Ce que le kit n’a pas permis de juger',
  en: 'What the kit did not allow to judge',
};

/** `source, section` of the clauses of a finding. */
export function clausesOf(finding: CheckFinding): string {
  return finding.clauses
    .map(({ source, section, trust }) => `${source}${section === undefined ? '' : `, ${section}`} [${trust}]`)
    .join(' ; ');
}
