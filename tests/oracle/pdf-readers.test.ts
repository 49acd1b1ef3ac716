import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import bwipjs from 'bwip-js';
import * as pdfjs from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPrintedPage, type PrintedPage } from '../../src/formats/datamatrix/read-printed-page.ts';
import { readPdf } from '../../src/formats/pdf/read-pdf.ts';
import { chromiumPath, skippedWithoutChromium } from '../builders/chromium-pages.ts';

const symbolText =
  "IS010000000000000000000000S1279035121518989S21.2.250.1.213.1.4.10S3ANNE MARIE\u001dS4ZZTEST D'UN\u001dS5FS628-03-1979S751215";

const svg = (module: number): string => {
  const drawn = bwipjs.toSVG({ bcid: 'datamatrix', text: symbolText, scale: 1 });
  return drawn.replace('<svg', `<svg style="width:${36 * module}mm;height:${36 * module}mm"`);
};

/** A document as a software of the ambulatory prints it from a web view. */
const page = (body: string, style = ''): string =>
  `<!doctype html><html lang="fr"><meta charset="utf-8"><title>Impression</title><style>body{font:11pt "DejaVu Sans",sans-serif}${style}</style>${body}</html>`;

const traits = `<h1>Compte rendu de consultation</h1><dl><dt>Nom de naissance</dt><dd>ZZTEST D’UN</dd><dt>1er prénom</dt><dd>ANNE</dd>
<dt>Né(e) le</dt><dd>28/03/1979</dd><dt>Sexe</dt><dd>F</dd><dt>Matricule INS</dt><dd>2 79 03 51 215 189 89 NIR</dd></dl>
<p>Œuvre, cœur, naïveté, façade, 37,5 °C — « cité » : l’été à Noël.</p>`;

/** Words as they are compared: printers choose spaces and ligatures. */
const words = (text: string): readonly string[] => text.normalize('NFKC').split(/\s+/).filter(Boolean);

async function textByPdfJs(bytes: Uint8Array): Promise<string> {
  const loading = pdfjs.getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  const document = await loading.promise;
  const parts: string[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const content = await (await document.getPage(number)).getTextContent();
    for (const item of content.items) if ('str' in item) parts.push(item.str, item.hasEOL ? '\n' : '');
    parts.push('\n');
  }
  await loading.destroy();
  return parts.join('');
}

describe.skipIf(chromiumPath === undefined)(`documents that Chromium prints${skippedWithoutChromium}`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'segur-print-'));

  function print(name: string, html: string): Buffer {
    const file = join(folder, `${name}.html`);
    writeFileSync(file, html);
    const pdf = join(folder, `${name}.pdf`);
    const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--no-pdf-header-footer', '--no-first-run'];
    execFileSync(
      chromiumPath ?? '',
      [
        ...flags,
        `--user-data-dir=${join(folder, 'profile')}`,
        `--print-to-pdf=${pdf}`,
        pathToFileURL(file).href,
      ],
      {
        stdio: 'ignore',
        timeout: 60_000,
      },
    );
    return readFileSync(pdf);
  }

  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  describe('the traits in clear', () => {
    let pdf: Buffer;
    let read: PrintedPage;
    beforeAll(async () => {
      pdf = print('traits', page(traits));
      read = await readPrintedPage(pdf);
    });

    it('are in composite subset fonts, and are read whole', () => {
      expect(readdirSync(folder)).toContain('traits.pdf');
      expect(pdf.toString('latin1')).toMatch(/\/Subtype\s*\/Type0/);
      expect(read.textComplete).toBe(true);
      expect(read.unread).toEqual([]);
      for (const line of [
        'Nom de naissance',
        'ZZTEST D’UN',
        '1er prénom',
        'ANNE',
        '28/03/1979',
        '2 79 03 51 215 189 89 NIR',
        'Œuvre, cœur, naïveté, façade, 37,5 °C — « cité » : l’été à Noël.',
      ])
        expect(read.text.replaceAll('\u00a0', ' ')).toContain(line);
    });

    it('are those that pdf.js reads', async () => {
      expect(words(read.text)).toEqual(words(await textByPdfJs(pdf)));
    });
  });

  it.each([
    [
      'kerning, ligatures and justified lines',
      'p{text-align:justify;width:60mm;font-kerning:normal;font-variant-ligatures:common-ligatures}',
    ],
    ['letters set apart', 'body{letter-spacing:.04em}'],
    ['bold italics and small sizes', 'body{font-size:6pt;font-style:italic;font-weight:bold}'],
    ['columns', 'body{columns:2}'],
    ['a page turned by a quarter', 'body{writing-mode:vertical-rl}'],
  ])('text with %s is that of pdf.js', async (name, style) => {
    const pdf = print(`style-${name.length}`, page(traits, style));
    const { text, textComplete } = readPdf(pdf);
    expect(textComplete).toBe(true);
    expect(words(text).join('')).toBe(words(await textByPdfJs(pdf)).join(''));
    expect(words(text)).toContain('ZZTEST');
  });

  it.each<[string, string]>([
    ['0.7 mm to the module', svg(0.7)],
    ['0.4 mm to the module', svg(0.4)],
    ['the smallest of 0.25 mm', svg(0.25)],
    ['turned by 90 degrees', `<div style="transform:rotate(90deg);width:40mm">${svg(0.6)}</div>`],
    [
      'in the cell of a table',
      `<table border="1" cellpadding="4"><tr><td>INS</td><td>${svg(0.6)}</td><td>NIR</td></tr></table>`,
    ],
    [
      'on a coloured ground',
      `<div style="background:#dde;padding:5mm;-webkit-print-color-adjust:exact">${svg(0.6)}</div>`,
    ],
    ['one table cell to the module', tableOfCells()],
    [
      'as an image',
      `<img width="120" src="data:image/svg+xml;base64,${Buffer.from(svg(0.7)).toString('base64')}">`,
    ],
  ])('a symbol drawn as areas is read: %s', async (name, drawn) => {
    const { symbols, unread } = await readPrintedPage(print(`symbol-${name.length}`, page(traits + drawn)));
    expect(symbols.map(({ text }) => text)).toEqual([symbolText]);
    expect(unread).toEqual([]);
  });

  function tableOfCells(): string {
    const [raw] = bwipjs.raw({ bcid: 'datamatrix', text: symbolText });
    if (raw === undefined || !('pixs' in raw)) throw new Error('no symbol');
    const { pixs, pixx, pixy } = raw;
    const rows = Array.from({ length: pixy }, (_, y) =>
      Array.from(
        { length: pixx },
        (__, x) => `<td${pixs[y * pixx + x] === 1 ? ' style="background:#000"' : ''}></td>`,
      ).join(''),
    );
    return `<style>.s td{width:2px;height:2px;padding:0;-webkit-print-color-adjust:exact}.s{border-collapse:collapse}</style><table class="s"><tr>${rows.join('</tr><tr>')}</tr></table>`;
  }
});

const official = process.env['SEGUR_ANS_DIR'];
const examples = join(official ?? '', 'TestContenuCDA-3-0/ExemplesCDA');
const absent = official === undefined || !existsSync(examples);

describe.skipIf(absent)(
  `PDFs of the official examples${absent ? ' (skipped: set SEGUR_ANS_DIR)' : ''}`,
  () => {
    const pdfs = absent
      ? []
      : readdirSync(examples).flatMap((name) =>
          [...readFileSync(join(examples, name), 'latin1').matchAll(/JVBERi0[A-Za-z0-9+/=\s]+/g)].map(
            ([base64], index) => [`${name} ${index + 1}`, Buffer.from(base64, 'base64')] as const,
          ),
        );

    it('are many', () => {
      expect(pdfs.length).toBeGreaterThan(20);
    });

    it.each(pdfs)('%s reads as with pdf.js', async (_, bytes) => {
      const ours = words(readPdf(bytes).text).join('');
      const theirs = words(await textByPdfJs(bytes)).join('');
      // Of a string that runs over the edge of the page, pdf.js keeps what is not seen.
      expect(ours.length).toBeGreaterThanOrEqual(theirs.length * 0.99);
      expect(ours.length).toBeLessThanOrEqual(theirs.length);
      if (ours.length === theirs.length) expect(ours).toBe(theirs);
    });

    it('holds symbols drawn as areas, which are read', async () => {
      const pages = await Promise.all(pdfs.map(([, bytes]) => readPrintedPage(bytes)));
      const symbols = pages.flatMap((read) => read.symbols.map(({ text }) => text));
      expect(symbols.filter((text) => text.startsWith('IS01')).length).toBeGreaterThanOrEqual(5);
    });
  },
);
