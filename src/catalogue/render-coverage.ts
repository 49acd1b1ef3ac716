import type { Bilingual, Lang } from '../domain/bilingual.ts';
import type { CoverageClass, CoverageLine } from './coverage.ts';

const classes: Readonly<Record<CoverageClass, Bilingual>> = {
  automatic: { fr: 'automatique', en: 'automatic' },
  assisted: { fr: 'assistée', en: 'assisted' },
  attested: { fr: 'attestée', en: 'attested' },
  certificate: { fr: 'certificat', en: 'certificate' },
  uncovered: { fr: 'sans scénario du banc', en: 'no scenario of the bench' },
  none: { fr: 'non traitée', en: 'not handled' },
  'no-preuve': { fr: 'le catalogue ne demande aucune preuve', en: 'the catalogue asks no preuve' },
  obsolete: { fr: 'obsolète', en: 'obsolete' },
};

/** One line an exigence, with the reason for each preuve that is not automatic; counts by class at the end. */
export function renderCoverage(lines: readonly CoverageLine[], lang: Lang): string {
  const counts = new Map<CoverageClass, number>();
  for (const line of lines) counts.set(line.class, (counts.get(line.class) ?? 0) + 1);
  return [
    ...lines.flatMap(({ exigence, class: found, preuves }) => [
      `${exigence.dispositif} ${exigence.id}: ${classes[found][lang]}`,
      ...(found === 'obsolete' ? [] : preuves).map((one) => {
        const because = one.preuve.pourquoi === undefined ? '' : ` - ${one.preuve.pourquoi[lang]}`;
        const by = one.scenarios.length === 0 ? '' : ` - ${one.scenarios.join(', ')}`;
        return `    ${one.preuve.id}: ${classes[one.class][lang]}${because}${by}`;
      }),
    ]),
    '',
    ...[...counts].sort().map(([found, count]) => `${classes[found][lang]}: ${count}`),
    '',
  ].join('\n');
}
