import { createHash } from 'node:crypto';
import { Eta } from 'eta/core';
import { fillText, type FieldValue, type Lang } from '../../domain/bilingual.ts';
import { blobPath } from '../../domain/blob-path.ts';
import type { ReportFile, ReportText } from '../../domain/report.gen.ts';
import {
  attendueTemplate,
  badgeTemplate,
  chapitreTemplate,
  clausesTemplate,
  exigenceTemplate,
} from './exigence-templates.ts';
import { message } from './messages.ts';
import { appendixTemplate } from './appendix-templates.ts';
import { frenchSpaces } from '../../domain/french-spaces.ts';
import {
  contentsTemplate,
  filterTemplate,
  identityTemplate,
  pageTemplate,
  reasonsTemplate,
  reasonTemplate,
  summaryTemplate,
} from './page-template.ts';
import { mostPreuves, pageView } from './page-view.ts';
import { exchangeTemplate, findingTemplate, preuveTemplate, rowTemplate } from './row-templates.ts';
import { script } from './script.ts';
import { style } from './style.ts';
import { markOf, toneOf } from './tone.ts';
import { visibleText } from '../../domain/visible-text.ts';

const templates: Readonly<Record<string, string>> = {
  page: pageTemplate,
  identity: identityTemplate,
  contents: contentsTemplate,
  reasons: reasonsTemplate,
  reason: reasonTemplate,
  summary: summaryTemplate,
  filter: filterTemplate,
  chapitre: chapitreTemplate,
  exigence: exigenceTemplate,
  attendue: attendueTemplate,
  row: rowTemplate,
  finding: findingTemplate,
  exchange: exchangeTemplate,
  preuve: preuveTemplate,
  clauses: clausesTemplate,
  badge: badgeTemplate,
  appendix: appendixTemplate,
};

const shortExcerpt = 1500;
const line = 160;

/** Worst first: what a reader came for. */
const order = [
  ...['indetermine', 'non-conforme', 'incomplet', 'a-verifier', 'preconisation-non-suivie'],
  ...['conforme', 'non-applicable'],
  ...['error', 'fail', 'unexercised', 'review', 'warn', 'pass', 'not-applicable'],
];

/**
 * The report as one self-contained page: no outside asset, no script but its own (its policy names it by hash), every
 * value escaped, and the text of the software made visible where it could hide. Same report, same bytes.
 */
export function writeHtml(report: ReportFile, lang: Lang): string {
  const eta = new Eta({ autoEscape: true });
  for (const [name, text] of Object.entries(templates)) eta.loadTemplate(`@${name}`, text.trimStart());
  const spaced = lang === 'fr' ? frenchSpaces : (text: string): string => text;
  return eta.render('@page', {
    ...pageView(report, lang),
    t: (key: string, values: Readonly<Record<string, FieldValue>> = {}) =>
      spaced(visibleText(fillText(message(key, lang), values))),
    prose: (text: ReportText) => spaced(visibleText(text[lang])),
    tone: toneOf,
    mark: markOf,
    visible: visibleText,
    short: (text: string) => cut(text, shortExcerpt),
    blobPath,
    brief: (text: string) => cut(text, line),
    mostPreuves: mostPreuves.ofRow,
    anchor,
    href: (kind: string, id: string) => `#${encodeURIComponent(anchor(kind, id))}`,
    isLink: (url: string | undefined) => url !== undefined && /^https?:\/\//.test(url),
    ordered: (counts: Readonly<Record<string, number>>) =>
      Object.entries(counts).sort(([a], [b]) => order.indexOf(a) - order.indexOf(b)),
    instant: (iso: string) => iso.replace('T', ' ').replace(/(?:\.\d+)?Z$/, ' UTC'),
    seconds: (ms: number) => (ms / 1000).toFixed(3).replace('.', lang === 'fr' ? ',' : '.'),
    policy: contentPolicy,
    style,
    script,
  });
}

const contentPolicy = [
  "default-src 'none'",
  `style-src '${hash(style)}'`,
  `script-src '${hash(script)}'`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

function hash(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

function cut(text: string, length: number): string {
  return visibleText(text.length > length ? `${text.slice(0, length)}…` : text);
}

/** A preuve is known by its own id; an HTML id holds no white space. */
function anchor(kind: string, id: string): string {
  return (kind === 'preuve' ? id : `${kind}-${id}`).replaceAll(/\s+/g, '_');
}
