import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { htmlReport } from '../../src/checking/report-html.ts';
import { checkedFile, checkFinding, sampleCheckReport } from '../builders/build-check-report.ts';
import {
  axe,
  chromiumPath,
  launchChromium,
  narrow,
  openAll,
  skippedWithoutChromium,
  visit,
  windows,
} from '../builders/chromium-pages.ts';

const hostile = '<img src=x onerror=alert(1)><script>alert(2)</script>';

describe.skipIf(chromiumPath === undefined)(
  `page of segur check in a browser${skippedWithoutChromium}`,
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'segur-check-html-'));
    let browser: Browser;

    function page(name: string, html: string): string {
      const file = join(folder, `${name}.html`);
      writeFileSync(file, html);
      return pathToFileURL(file).href;
    }

    beforeAll(async () => {
      browser = await launchChromium();
    });
    afterAll(async () => {
      await browser.close();
      rmSync(folder, { recursive: true });
    });

    describe.each(['fr', 'en'] as const)('in %s', (lang) => {
      it.each(windows)('breaks no rule of WCAG 2.2 AA, all opened: %s', async (name, options) => {
        const url = page(`${lang}-${name}`, htmlReport(sampleCheckReport(), lang));
        await visit(browser, { url, options }, async (shown, trouble) => {
          await openAll(shown);
          const { violations, passes } = await axe(shown);
          expect(violations.map(({ id, nodes }) => [id, nodes.slice(0, 3).map(({ html }) => html)])).toEqual(
            [],
          );
          expect(passes.length).toBeGreaterThan(15);
          expect(trouble).toEqual([]);
        });
      });
    });

    it('never scrolls sideways, down to 320 pixels, whatever the length of a word', async () => {
      const long = 'x'.repeat(300);
      const files = [
        checkedFile(`${long}.xml`, [checkFinding({ says: { fr: long, en: long }, path: long })]),
      ];
      const url = page('long', htmlReport(sampleCheckReport([...sampleCheckReport().files, ...files]), 'fr'));
      await visit(browser, { url, options: { viewport: narrow } }, async (shown) => {
        await openAll(shown);
        expect(await shown.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
      });
    });

    it('runs nothing of a file and reaches for nothing', async () => {
      const files = [
        checkedFile(hostile, [checkFinding({ says: { fr: hostile, en: hostile }, path: hostile })]),
      ];
      const url = page('hostile', htmlReport(sampleCheckReport(files), 'fr'));
      await visit(browser, { url }, async (shown, trouble) => {
        await openAll(shown);
        expect(await shown.evaluate(() => document.querySelectorAll('script, img').length)).toBe(0);
        expect(trouble).toEqual([]);
      });
    });

    it('leads from the list to a file, and by keyboard to what is folded', async () => {
      const url = page('nav', htmlReport(sampleCheckReport(), 'fr'));
      await visit(browser, { url }, async (shown) => {
        await shown.getByRole('link', { name: 'a & b.xml' }).click();
        expect(await shown.evaluate(() => document.querySelector(':target')?.textContent)).toContain(
          'a & b.xml',
        );
        const good = shown.locator('#f1');
        expect(await good.getAttribute('open')).toBeNull();
        await good.locator('> summary').focus();
        await shown.keyboard.press('Enter');
        expect(await good.getAttribute('open')).not.toBeNull();
      });
    });
  },
);
