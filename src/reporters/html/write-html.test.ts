import { describe, expect, it } from 'vitest';
import { hostile, sampleReport } from '../../../tests/builders/build-report.ts';
import { seen } from '../../../tests/builders/build-sealed-run.ts';
import { writeHtml } from './write-html.ts';

const report = sampleReport();
const pages = { fr: writeHtml(report, 'fr'), en: writeHtml(report, 'en') };

/** The page without the bench's own style and script. */
function body(html: string): string {
  return html.replace(/<style>.*?<\/style>/s, '').replace(/<script>\n'use strict'.*?<\/script>/s, '');
}

describe.each(['fr', 'en'] as const)('report.html in %s', (lang) => {
  const html = pages[lang];

  it('says its language and the verdict first', () => {
    expect(html).toMatch(new RegExp(`^<!doctype html>\\s*<html lang="${lang}">`));
    expect(html.indexOf('id="verdict"')).toBeLessThan(html.indexOf('class="identity"'));
    expect(html.indexOf('class="reasons"')).toBeLessThan(html.indexOf('class="identity"'));
  });

  it('gives the same bytes for the same report', () => {
    expect(writeHtml(sampleReport(), lang)).toBe(html);
  });

  it('lets nothing of the software become markup', () => {
    const own = body(html);
    expect(own).not.toMatch(/<script|<img|<iframe|<svg|onerror=alert\(2\)>/i);
    expect(own).not.toMatch(/\son\w+\s*=\s*["']/i);
    expect(own).not.toMatch(/href="(?!#|https?:\/\/)/);
    expect(own).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  });

  it('shows characters that hide or reorder text', () => {
    expect(html).not.toMatch(/[\u0000\u001b\u202e\ud800-\udfff]/);
    expect(html).toContain('\\u{202e}gpj.exe');
  });

  it('names its only style and script by hash and reaches for nothing outside', () => {
    expect(html).toContain('default-src &#39;none&#39;');
    expect(html).not.toContain('unsafe-inline');
    expect(body(html)).not.toMatch(
      /<[a-z][^>]*\s(?:src|srcset|data|action|formaction|poster|style)=|<link|<base/i,
    );
    expect(html).not.toMatch(/@import|url\(/i);
  });

  it('has a text for everything it says', () => {
    expect(body(html)).not.toMatch(
      />(?:outcome|exigence|preuve|chapitre|candidature|gravite|row|finding|trust|run|automation|nature|filter)\.[\w-]+</,
    );
  });

  it('gives each id once, and each link inside the page a target', () => {
    const ids = [...body(html).matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id ?? '');
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    const targets = [...body(html).matchAll(/href="#([^"]*)"/g)].map(([, id]) =>
      decodeURIComponent(id ?? ''),
    );
    expect(targets.filter((id) => !ids.includes(id))).toEqual([]);
  });
});

it('opens a verdict down to its finding, where it is seen, and what to do', () => {
  const from = pages.fr.indexOf('id="controle-test/essai/told"');
  const row = pages.fr.slice(from, pages.fr.indexOf('segur explain', from));
  for (const part of [
    'Attendu',
    'eidas1',
    'Constaté',
    'Où',
    'p-000001',
    'Comment corriger',
    'Norme d’essai 1.0',
    '[V]',
  ]) {
    expect(row).toContain(part);
  }
  expect(pages.fr).toContain('segur explain test/told');
});

it('tells warnings with what would confirm them, faults, what was not played, and traffic nobody waited for', () => {
  for (const part of ['Une réponse de l’agence', 'test/rotated', 'test/autre', '/nobody']) {
    expect(pages.fr).toContain(part);
  }
});

it('masks what opens a session', () => {
  for (const secret of ['s3cr3t-t0k3n', 'SplxlOBeZQQYbYS6WxSbIA', 'abcdef'])
    expect(pages.fr).not.toContain(secret);
});

it('stays light: a preuve that nothing cites takes one line', () => {
  const many = sampleReport({
    recorded: Array.from({ length: 2000 }, () => [
      seen({ kind: 'test/other', raw: { request: 'x'.repeat(4000), response: hostile.repeat(40) } }),
    ]).flat(),
  });
  const html = writeHtml(many, 'fr');
  expect(html.length).toBeLessThan(1_500_000);
  expect(html).toContain('id="p-001999"');
});
