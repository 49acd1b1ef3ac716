import type { Lang } from '../domain/bilingual.ts';
import type { CheckedFile, CheckReport } from '../domain/check-result.gen.ts';
import { counted, lacksTitle, summarySentence } from './check-words.ts';
import { badge, badgeOf, fileSection, kindOf, prose, text } from './report-html-file.ts';
import { style } from './report-html-style.ts';
import { marks, type Tone } from './report-html-tone.ts';

const words = {
  title: { fr: 'Contrôle de documents', en: 'Document check' },
  rules: { fr: 'Règles appliquées', en: 'Rules applied' },
  asOf: { fr: 'À la date du', en: 'As of' },
  kit: { fr: 'Kit CDA', en: 'CDA kit' },
  none: { fr: 'aucun : ni schéma ni Schematron', en: 'none: no schema, no Schematron' },
  expects: { fr: 'le jeu de règles attend', en: 'the rule pack expects' },
  files: { fr: 'Fichiers', en: 'Files' },
  details: { fr: 'Constats par fichier', en: 'Findings by file' },
  all: { fr: 'Tout voir', en: 'See all' },
  skip: { fr: 'Aller aux constats', en: 'Skip to findings' },
  footer: {
    fr: 'Écrit par segur check. Un contrôle de fichiers n’est pas un verdict de référencement.',
    en: 'Written by segur check. A check of files is no verdict of referencing.',
  },
} as const;

/** One HTML page without script or outside resource: usable offline, by keyboard and screen reader, on paper. */
export function htmlReport(report: CheckReport, lang: Lang): string {
  const { tone, sentence } = verdictOf(report, lang);
  return `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${prose(sentence, lang)} · ${words.title[lang]}</title>
<style>${style}</style>
</head>
<body>
<a class="skip" href="#details">${words.skip[lang]}</a>
<header>
<p class="kind">segur check</p>
<h1>${words.title[lang]}</h1>
<section class="verdict ${tone}" aria-labelledby="verdict">
<h2 id="verdict"><span aria-hidden="true">${marks[tone]}</span> ${prose(sentence, lang)}</h2>
<p>${prose(summarySentence(report, lang), lang)}</p>
</section>
${facts(report, lang)}
</header>
<main>
<section aria-labelledby="files">
<h2 id="files">${words.files[lang]}</h2>
<ol class="files">
${report.files.map((file, index) => line(file, index, lang)).join('\n')}
</ol>
</section>
<section aria-labelledby="details">
<h2 id="details" tabindex="-1">${words.details[lang]}</h2>
${report.files.map((file, index) => fileSection(file, index, lang)).join('\n')}
</section>
${lacks(report, lang)}
</main>
<footer><p>${prose(words.footer[lang], lang)}</p></footer>
</body>
</html>
`;
}

/** What weighs most, in the order of the exit codes: first what could not be judged, then errors. */
function verdictOf({ summary }: CheckReport, lang: Lang): { readonly tone: Tone; readonly sentence: string } {
  const { broken, unusable, unexercised, fail, warn, files, ignored } = summary;
  const told = (
    tone: Tone,
    count: number,
    what: 'broken' | 'unusable' | 'unexercised' | 'fail' | 'warn',
  ) => ({
    tone,
    sentence: `${counted(count, 'file', lang)} ${counted(count, what, lang).replace(/^\d+ /, '')}`,
  });
  if (broken > 0) return told('broken', broken, 'broken');
  if (fail > 0) return told('bad', fail, 'fail');
  if (unusable > 0) return told('bad', unusable, 'unusable');
  if (unexercised > 0) return told('wait', unexercised, 'unexercised');
  if (files === ignored) {
    return { tone: 'wait', sentence: lang === 'fr' ? 'Aucun document à juger' : 'No document to judge' };
  }
  if (warn > 0) return told('warn', warn, 'warn');
  return { tone: 'good', sentence: lang === 'fr' ? 'Aucun défaut trouvé' : 'No defect found' };
}

function facts({ pack, asOf, kit }: CheckReport, lang: Lang): string {
  const version =
    kit === undefined
      ? words.none[lang]
      : kit.version === kit.expected
        ? kit.version
        : `${kit.version} (${words.expects[lang]} ${kit.expected})`;
  const rows = [
    [words.rules[lang], `${pack.id}, ${pack.title[lang]}`],
    [words.asOf[lang], asOf],
    [words.kit[lang], version],
  ] as const;
  const items = rows.map(([term, value]) => `<div><dt>${term}</dt><dd>${prose(value, lang)}</dd></div>`);
  return `<dl class="facts">${items.join('')}</dl>`;
}

function line(file: CheckedFile, index: number, lang: Lang): string {
  const found = (['error', 'warning'] as const)
    .map((severity) => [severity, file.findings.filter((one) => one.severity === severity).length] as const)
    .filter(([, count]) => count > 0)
    .map(([severity, count]) => badgeOf(severity, counted(count, severity, lang)));
  const badges = found.length === 0 ? badge(file, lang) : found.join(' ');
  return `<li><a href="#f${index + 1}">${text(file.file)}</a><span class="meta">${text(kindOf(file, lang))}</span><span class="badges">${badges}</span></li>`;
}

/** Names that are shown at once; more open on demand. */
const shownNames = 6;

function lacks({ kit }: CheckReport, lang: Lang): string {
  if (kit === undefined || kit.lacks.length === 0) return '';
  const items = kit.lacks.map(
    ({ ruleSet, names, says }) =>
      `<li><span class="id">kit/${text(ruleSet)}</span> ${prose(says[lang], lang)}${nameList(names, lang)}</li>`,
  );
  return `<section aria-labelledby="lacks">
<h2 id="lacks">${lacksTitle[lang]}</h2>
<ul class="lacks">${items.join('')}</ul>
</section>`;
}

function nameList(names: readonly string[], lang: Lang): string {
  const list = `<ul>${names.map((name) => `<li class="meta id">${text(name)}</li>`).join('')}</ul>`;
  return names.length <= shownNames
    ? list
    : `<details class="more"><summary>${words.all[lang]} (${names.length})</summary>${list}</details>`;
}
