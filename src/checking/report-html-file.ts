import type { Lang } from '../domain/bilingual.ts';
import type { CheckedFile, CheckFinding, CheckProblem } from '../domain/check-result.gen.ts';
import { frenchSpaces } from '../domain/french-spaces.ts';
import { clausesOf, counted, outcomeWords, ruleSetWords, severityWords } from './check-words.ts';
import { documentKinds, isDocumentKind } from './document-kind.ts';
import { visibleText } from '../domain/visible-text.ts';
import { escapeMarkup } from './escape-markup.ts';
import { groupFindings } from './group-findings.ts';
import { marks, toneOf } from './report-html-tone.ts';

/** Places shown of one finding; the others open on demand. */
const shown = 10;

const words = {
  unknown: { fr: 'non reconnu', en: 'not recognised' },
  fix: { fr: 'Correction : ', en: 'Fix: ' },
  colon: { fr: ' : ', en: ': ' },
  line: { fr: 'ligne', en: 'line' },
  column: { fr: 'colonne', en: 'column' },
  others: { fr: 'Autres occurrences', en: 'Other places' },
  kit: { fr: 'Règles du kit', en: 'Rules of the kit' },
  exercised: { fr: 'Joués', en: 'Played' },
  unexercised: { fr: 'Rien à juger dedans', en: 'Nothing in it to judge' },
  needContext: { fr: 'Demandent le contexte d’un scénario', en: 'Need the context of a scenario' },
  nothing: { fr: 'Rien à redire.', en: 'Nothing to say.' },
} as const;

/** Text of ours or of the file, escaped; what would hide or reorder the page is shown as code points. */
export function text(value: string): string {
  return escapeMarkup(visibleText(value));
}

/** The same with the spaces of French. */
export function prose(value: string, lang: Lang): string {
  return text(lang === 'fr' ? frenchSpaces(value) : value);
}

/** What a file is, in words. */
export function kindOf(file: CheckedFile, lang: Lang): string {
  if (isDocumentKind(file.kind)) return documentKinds[file.kind].title[lang];
  return file.kind === 'unknown' ? words.unknown[lang] : file.kind;
}

/** The outcome of a file: word, sign and colour. */
export function badge(file: CheckedFile, lang: Lang): string {
  return badgeOf(file.outcome, outcomeWords[file.outcome][lang]);
}

/** A word with the sign and colour of an outcome or of a severity. */
export function badgeOf(value: CheckedFile['outcome'] | CheckFinding['severity'], word: string): string {
  const tone = toneOf(value);
  return `<span class="badge ${tone}"><span aria-hidden="true">${marks[tone]}</span> ${word}</span>`;
}

/** All that is said of one file; open when there is something to mend. */
export function fileSection(file: CheckedFile, index: number, lang: Lang): string {
  const open = file.outcome === 'pass' || file.outcome === 'ignored' ? '' : ' open=""';
  const findings = groupFindings(file.findings).map((group) => findingBlock(group, lang));
  const nothing = file.outcome === 'pass' && findings.length === 0 ? `<p>${words.nothing[lang]}</p>` : '';
  const hash = file.sha256 === undefined ? '' : ` · SHA-256 <span class="id">${file.sha256}</span>`;
  return `<details class="file ${toneOf(file.outcome)}" id="f${index + 1}"${open}>
<summary><h3>${text(file.file)}</h3> ${badge(file, lang)}</summary>
<div class="inside">
<p class="meta">${text(kindOf(file, lang))} (${prose(file.recognised[lang], lang)})${hash}</p>
${file.problem === undefined ? '' : problemBlock(file.problem, lang)}${nothing}${findings.join('')}
${checksPlayed(file, lang)}${ruleSets(file, lang)}
</div>
</details>`;
}

function problemBlock(problem: CheckProblem, lang: Lang): string {
  const hint = problem.hint === undefined ? '' : `<p class="fix">${prose(problem.hint[lang], lang)}</p>`;
  const place = placeWords(problem, lang);
  return `<div class="finding bad"><p><span class="id">${text(problem.code)}</span> ${prose(problem.says[lang], lang)}${place}</p>${hint}</div>`;
}

function findingBlock(group: readonly CheckFinding[], lang: Lang): string {
  const [first] = group;
  if (first === undefined) return '';
  const { severity, rule, code, fix } = first;
  const items = group.map((finding) => `<li>${sentence(finding, lang)}${placeWords(finding, lang)}</li>`);
  const more =
    items.length <= shown
      ? ''
      : `<details class="more"><summary>${words.others[lang]} (${items.length - shown})</summary><ul class="places">${items.slice(shown).join('')}</ul></details>`;
  const mend =
    fix[lang] === ''
      ? ''
      : `<p class="fix"><strong>${prose(words.fix[lang], lang)}</strong>${prose(fix[lang], lang)}</p>`;
  return `<div class="finding ${toneOf(severity)}">
<p>${badgeOf(severity, severityWords[severity][lang])} <span class="id">${text(code)}</span></p>
<ul class="places">${items.slice(0, shown).join('')}</ul>${more}${mend}
<p class="meta"><span class="id">${text(rule)}</span> · ${prose(clausesOf(first), lang)}</p>
</div>`;
}

/** What another author wrote is marked with its language when it is not that of the page. */
function sentence({ says, quote }: CheckFinding, lang: Lang): string {
  const said = says[lang];
  const at = quote === undefined || quote.lang === lang ? -1 : said.lastIndexOf(quote.text);
  if (quote === undefined || at === -1) return prose(said, lang);
  const after = said.slice(at + quote.text.length);
  return `${prose(said.slice(0, at), lang)}<q lang="${quote.lang}">${prose(quote.text, quote.lang)}</q>${prose(after, lang)}`;
}

function placeWords(
  at: {
    readonly document?: string;
    readonly line?: number;
    readonly column?: number;
    readonly path?: string;
  },
  lang: Lang,
): string {
  const { document, line, column, path } = at;
  const parts = [
    ...(document === undefined || document === '' ? [] : [`<code>${text(document)}</code>`]),
    ...(line === undefined ? [] : [`${words.line[lang]} ${line}`]),
    ...(line === undefined || column === undefined ? [] : [`${words.column[lang]} ${column}`]),
    ...(path === undefined || path === '' ? [] : [`<code>${text(path)}</code>`]),
  ];
  return parts.length === 0 ? '' : ` <span class="meta">(${parts.join(', ')})</span>`;
}

function checksPlayed({ checks }: CheckedFile, lang: Lang): string {
  const lists = (['exercised', 'unexercised', 'needContext'] as const)
    .filter((name) => checks[name].length > 0)
    .map(
      (name) =>
        `<li>${prose(`${words[name][lang]}${words.colon[lang]}`, lang)}<span class="id">${text(checks[name].join(', '))}</span></li>`,
    );
  if (lists.length === 0) return '';
  return `<details class="more"><summary>${counted(checks.exercised.length, 'check', lang)}</summary><ul>${lists.join('')}</ul></details>`;
}

function ruleSets({ ruleSets: sets }: CheckedFile, lang: Lang): string {
  if (sets.length === 0) return '';
  const items = sets.map(({ id, document, status, fired }) => {
    const rules = status === 'unexercised' ? '' : `, ${counted(fired, 'rule', lang)}`;
    const where = document === '' ? '' : ` <code>${text(document)}</code>`;
    return `<li><span class="id">${text(id)}</span>${where}${prose(`${words.colon[lang]}${ruleSetWords[status][lang]}${rules}`, lang)}</li>`;
  });
  return `<details class="more"><summary>${words.kit[lang]}</summary><ul>${items.join('')}</ul></details>`;
}
