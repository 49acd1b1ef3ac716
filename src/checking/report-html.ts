import type { Lang } from '../domain/bilingual.ts';
import type { CheckedFile, CheckFinding, CheckReport } from '../domain/check-result.gen.ts';
import { clausesOf, limitsOf, outcomeWords, placeOf, severityWords, summarySentence } from './check-words.ts';
import { documentKinds, isDocumentKind } from './document-kind.ts';
import { escapeMarkup as text } from './escape-markup.ts';

const style = `
:root{color-scheme:light dark}
body{font:1rem/1.5 system-ui,sans-serif;max-width:70rem;margin:0 auto;padding:1rem;color:#1b1b1f;background:#fff}
h1{font-size:1.6rem}h2{font-size:1.15rem;overflow-wrap:anywhere}
table{border-collapse:collapse;width:100%;margin:.5rem 0}
th,td{border:1px solid #767676;padding:.35rem .6rem;text-align:left;vertical-align:top;overflow-wrap:anywhere}
.error,.fail,.unusable,.broken{color:#9c1010;font-weight:600}.warning,.warn,.unexercised{color:#7a4a00;font-weight:600}
.note,.ignored{color:#27408b}.pass{color:#0b6b2e;font-weight:600}
a:focus-visible,summary:focus-visible{outline:3px solid #1a5fb4}
@media(prefers-color-scheme:dark){body{color:#eee;background:#16161a}.error,.fail,.unusable,.broken{color:#ff9a9a}
.warning,.warn,.unexercised{color:#ffcf70}.note,.ignored{color:#a9c1ff}.pass{color:#7fe0a0}a{color:#a9c1ff}}
@media print{details{display:block}}`;

const words = {
  title: { fr: 'Contrôle de documents', en: 'Document check' },
  rules: { fr: 'Règles appliquées', en: 'Rules applied' },
  none: { fr: 'aucun kit CDA : ni schéma ni Schematron', en: 'no CDA kit: no schema, no Schematron' },
  expects: { fr: 'le jeu de règles attend', en: 'the rule pack expects' },
  file: { fr: 'Fichier', en: 'File' },
  kind: { fr: 'Sorte', en: 'Kind' },
  outcome: { fr: 'Résultat', en: 'Outcome' },
  severity: { fr: 'Gravité', en: 'Severity' },
  says: { fr: 'Constat', en: 'Finding' },
  fix: { fr: 'Correction', en: 'Fix' },
  place: { fr: 'Où', en: 'Where' },
  rule: { fr: 'Règle et texte', en: 'Rule and text' },
  kit: { fr: 'Règles du kit', en: 'Rules of the kit' },
  played: { fr: 'règle(s) déclenchée(s)', en: 'rule(s) fired' },
  skip: { fr: 'Aller aux fichiers', en: 'Skip to files' },
} as const;

/** One HTML page without any outside resource: usable offline, by keyboard and screen reader, in light and dark. */
export function htmlReport(report: CheckReport, lang: Lang): string {
  const kit = kitWords(report, lang);
  return `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${words.title[lang]} — segur</title>
<style>${style}</style>
</head>
<body>
<a href="#files">${words.skip[lang]}</a>
<main>
<h1>${words.title[lang]}</h1>
<p>${text(summarySentence(report)[lang])}</p>
<p>${words.rules[lang]} : ${text(report.pack.id)}, ${text(report.pack.title[lang])} (${text(report.asOf)}) ; ${text(kit)}</p>
${overview(report, lang)}
<div id="files">
${report.files.map((file, index) => section(file, index, lang)).join('\n')}
</div>
</main>
</body>
</html>
`;
}

function kitWords({ kit }: CheckReport, lang: Lang): string {
  if (kit === undefined) return words.none[lang];
  return kit.version === kit.expected
    ? `kit ${kit.version}`
    : `kit ${kit.version} (${words.expects[lang]} ${kit.expected})`;
}

function overview(report: CheckReport, lang: Lang): string {
  const rows = report.files.map(
    (file, index) =>
      `<tr><th scope="row"><a href="#f${index + 1}">${text(file.file)}</a></th><td>${text(kindOf(file, lang))}</td><td class="${file.outcome}">${outcomeWords[file.outcome][lang]}</td></tr>`,
  );
  return table([words.file[lang], words.kind[lang], words.outcome[lang]], rows, words.title[lang]);
}

function section(file: CheckedFile, index: number, lang: Lang): string {
  const problem =
    file.problem === undefined
      ? ''
      : `<p class="${file.outcome}">${text(file.problem.code)} : ${text(file.problem.says[lang])}</p>${
          file.problem.hint === undefined ? '' : `<p>${text(file.problem.hint[lang])}</p>`
        }`;
  const heads = [
    words.severity[lang],
    words.says[lang],
    words.fix[lang],
    words.place[lang],
    words.rule[lang],
  ];
  const findings =
    file.findings.length === 0
      ? ''
      : table(
          heads,
          file.findings.map((finding) => row(finding, lang)),
          file.file,
        );
  return `<section aria-labelledby="f${index + 1}">
<h2 id="f${index + 1}">${text(file.file)}</h2>
<p>${text(kindOf(file, lang))} : <span class="${file.outcome}">${outcomeWords[file.outcome][lang]}</span></p>
${problem}${findings}${ruleSets(file, lang)}
</section>`;
}

function row(finding: CheckFinding, lang: Lang): string {
  const { severity } = finding;
  return `<tr><td class="${severity}">${severityWords[severity][lang]}</td><td>${text(finding.says[lang])}</td><td>${text(finding.fix[lang])}</td><td>${text(placeOf(finding))}</td><td>${text(`${finding.rule} ${finding.code}`)}<br>${text(clausesOf(finding))}</td></tr>`;
}

function ruleSets(file: CheckedFile, lang: Lang): string {
  if (file.ruleSets.length === 0) return '';
  const items = file.ruleSets.map((ruleSet) => {
    const limits = limitsOf(ruleSet).map((limit) => `<li>${text(limit[lang])}</li>`);
    const more = limits.length === 0 ? '' : `<ul>${limits.join('')}</ul>`;
    return `<li>${text(`${ruleSet.document} ${ruleSet.id}`.trim())} : ${ruleSet.fired} ${words.played[lang]}${more}</li>`;
  });
  return `<details><summary>${words.kit[lang]}</summary><ul>${items.join('')}</ul></details>`;
}

function table(heads: readonly string[], rows: readonly string[], caption: string): string {
  const cells = heads.map((head) => `<th scope="col">${text(head)}</th>`).join('');
  return `<table><caption>${text(caption)}</caption><thead><tr>${cells}</tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

function kindOf(file: CheckedFile, lang: Lang): string {
  return isDocumentKind(file.kind) ? documentKinds[file.kind].title[lang] : file.kind;
}
