import type { Bilingual } from '../domain/bilingual.ts';
import type { CheckedFile, CheckFinding, CheckReport, CheckRuleSet } from '../domain/check-result.gen.ts';

/** How an outcome is told. */
export const outcomeWords: Readonly<Record<CheckedFile['outcome'], Bilingual>> = {
  pass: { fr: 'rien à redire', en: 'nothing to say' },
  warn: { fr: 'avertissements', en: 'warnings' },
  fail: { fr: 'erreurs', en: 'errors' },
  unexercised: { fr: 'rien n’a été jugé', en: 'nothing was judged' },
  unusable: { fr: 'inexploitable', en: 'unusable' },
  broken: { fr: 'panne du banc', en: 'bench failure' },
  ignored: { fr: 'ignoré', en: 'ignored' },
};

/** How a severity is told. */
export const severityWords: Readonly<Record<CheckFinding['severity'], Bilingual>> = {
  error: { fr: 'erreur', en: 'error' },
  warning: { fr: 'avertissement', en: 'warning' },
  note: { fr: 'note', en: 'note' },
};

/** One sentence for a whole run. */
export function summarySentence({ summary }: CheckReport): Bilingual {
  const { files, pass, warn, fail, unexercised, unusable, broken, ignored, errors, warnings } = summary;
  const rest = (
    [
      [unexercised, 'sans contrôle applicable', 'without applicable check'],
      [unusable, 'inexploitable(s)', 'unusable'],
      [broken, 'en panne', 'broken'],
      [ignored, 'ignoré(s)', 'ignored'],
    ] as const
  ).filter(([count]) => count > 0);
  const more = (index: 1 | 2): string => rest.map((one) => `, ${one[0]} ${one[index]}`).join('');
  return {
    fr: `${files} fichier(s) : ${pass} sans défaut, ${warn} avec avertissements, ${fail} en erreur${more(1)} — ${errors} erreur(s), ${warnings} avertissement(s)`,
    en: `${files} file(s): ${pass} without defect, ${warn} with warnings, ${fail} with errors${more(2)} — ${errors} error(s), ${warnings} warning(s)`,
  };
}

/** Where a finding lies: document inside of the file, `line:column`, path. */
export function placeOf(finding: CheckFinding): string {
  const line =
    finding.line === undefined
      ? ''
      : `${finding.line}${finding.column === undefined ? '' : `:${finding.column}`}`;
  return [finding.document, line, finding.path].filter((part) => part !== undefined && part !== '').join(' ');
}

/** What a rule set of the kit could not say; empty when it said all. */
export function limitsOf(ruleSet: CheckRuleSet): readonly Bilingual[] {
  const told = (list: readonly string[], fr: string, en: string): readonly Bilingual[] =>
    list.length === 0 ? [] : [{ fr: `${fr} : ${list.join(', ')}`, en: `${en}: ${list.join(', ')}` }];
  return [
    ...told(ruleSet.missing, 'absent du kit, règles non jouées', 'not in the kit, rules not played'),
    ...told(ruleSet.rebuilt, 'jeux de valeurs reconstruits', 'value sets rebuilt'),
    ...told(ruleSet.absent, 'terminologies absentes du kit', 'terminologies not in the kit'),
    ...told(
      ruleSet.unjudged,
      'règles que le banc n’a pas pu évaluer',
      'rules that the bench could not evaluate',
    ),
  ];
}

/** `source, section` of the clauses of a finding. */
export function clausesOf(finding: CheckFinding): string {
  return finding.clauses
    .map(({ source, section, trust }) => `${source}${section === undefined ? '' : `, ${section}`} [${trust}]`)
    .join(' ; ');
}
