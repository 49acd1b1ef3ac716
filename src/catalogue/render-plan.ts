import type { Bilingual, Lang } from '../domain/bilingual.ts';
import type { Plan } from '../domain/plan.ts';

const words = {
  counted: { fr: 'Exigences comptées', en: 'Exigences counted' },
  left: { fr: 'Exigences écartées', en: 'Exigences left out' },
  played: { fr: 'Scénarios joués', en: 'Scenarios played' },
  skipped: { fr: 'Scénarios écartés', en: 'Scenarios skipped' },
  unanswered: {
    fr: 'condition sans réponse, comptée comme vraie',
    en: 'condition unanswered, counted as true',
  },
  status: { fr: 'statut', en: 'status' },
  rows: { fr: 'jugements', en: 'judgements' },
} as const satisfies Readonly<Record<string, Bilingual>>;

/** The plan as text, by chapitre: what is asked, what will be played, and why the rest is left out. */
export function renderPlan(plan: Plan, lang: Lang): string {
  const { catalogue, candidature } = plan;
  const counted = plan.exigences.filter(({ excluded }) => excluded === undefined);
  const left = plan.exigences.filter(({ excluded }) => excluded !== undefined);
  return [
    `${catalogue.title[lang]} (${catalogue.id}, ${words.status[lang]} ${catalogue.status})`,
    [candidature.couloir, candidature.dispositif, `vague ${candidature.vague}`, ...candidature.profils].join(
      ' / ',
    ),
    ...section(`${words.counted[lang]} (${counted.length})`, countedLines(plan, lang)),
    ...section(
      `${words.played[lang]} (${plan.scenarios.length})`,
      plan.scenarios.map(
        ({ id, title, rows }) => `  ${id}: ${title[lang]} (${rows.length} ${words.rows[lang]})`,
      ),
    ),
    ...section(
      `${words.left[lang]} (${left.length})`,
      left.map(({ exigence, excluded }) => `  ${exigence.id}: ${excluded?.text[lang] ?? ''}`),
    ),
    ...section(
      `${words.skipped[lang]} (${plan.skipped.length})`,
      plan.skipped.map(({ id, excluded }) => `  ${id}: ${excluded.text[lang]}`),
    ),
    '',
  ].join('\n');
}

function countedLines(plan: Plan, lang: Lang): readonly string[] {
  const counted = plan.exigences.filter(({ excluded }) => excluded === undefined);
  const chapitres = [...new Set(counted.map(({ exigence }) => exigence.chapitre))].sort();
  return chapitres.flatMap((chapitre) => [
    `  ${chapitre}  ${plan.catalogue.chapitres[chapitre]?.[lang] ?? ''}`.trimEnd(),
    ...counted
      .filter(({ exigence }) => exigence.chapitre === chapitre)
      .map(({ exigence, conditionUnanswered }) => {
        const flag =
          conditionUnanswered === true ? ` [${words.unanswered[lang]}: ${exigence.condition?.id ?? ''}]` : '';
        return `    ${exigence.id} (${exigence.nature}): ${exigence.title[lang]}${flag}`;
      }),
  ]);
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ['', title, ...lines];
}
