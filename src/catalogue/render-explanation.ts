import type { Lang } from '../domain/bilingual.ts';
import type { Clause } from '../domain/clause.ts';
import type { ExplainedKind, Explanation } from './explanation.ts';

const kinds: Readonly<Record<ExplainedKind, Readonly<Record<Lang, string>>>> = {
  exigence: { fr: 'Exigence', en: 'Exigence' },
  preuve: { fr: 'Preuve attendue', en: 'Expected preuve' },
  check: { fr: 'Contrôle', en: 'Check' },
  fault: { fr: 'Réponse fautive', en: 'Fault' },
  scenario: { fr: 'Scénario', en: 'Scenario' },
  finding: { fr: 'Constat', en: 'Finding' },
  action: { fr: 'Action de pilotage', en: 'Pilotage action' },
  service: { fr: 'Service simulé', en: 'Simulated service' },
};

const trusts: Readonly<Record<Clause['trust'], Readonly<Record<Lang, string>>>> = {
  V: { fr: 'lu dans une source officielle', en: 'read in an official source' },
  '2': { fr: 'de seconde main', en: 'second-hand' },
  R: { fr: 'jugement du projet', en: 'judgement of the project' },
};

const words: Readonly<Record<'clauses' | 'fixes', Readonly<Record<Lang, string>>>> = {
  clauses: { fr: 'Textes', en: 'Clauses' },
  fixes: { fr: 'Comment corriger', en: 'How to fix' },
};

/** Plain text of an explanation, one fact a line; same explanation, same text. */
export function renderExplanation(explanation: Explanation, lang: Lang): string {
  const { kind, id, title, facts, clauses, links, fixes } = explanation;
  const colon = lang === 'fr' ? ' :' : ':';
  const lines = [`${kinds[kind][lang]} ${id}`, `  ${title[lang]}`];
  for (const { label, value } of facts) lines.push('', `${label[lang]}${colon} ${value[lang]}`);
  for (const { label, ids } of links) {
    lines.push('', `${label[lang]}${colon}`, ...ids.map((linked) => `  - ${linked}`));
  }
  if (clauses.length > 0) {
    lines.push('', `${words.clauses[lang]}${colon}`);
    for (const { source, section, trust, url } of clauses) {
      const place = [source, section].filter((part) => part !== undefined).join(', ');
      lines.push(`  - ${place} (${trusts[trust][lang]})${url === undefined ? '' : ` ${url}`}`);
    }
  }
  if (fixes.length > 0) {
    lines.push('', `${words.fixes[lang]}${colon}`, ...fixes.map((fix) => `  - ${fix[lang]}`));
  }
  return `${lines.join('\n')}\n`;
}
