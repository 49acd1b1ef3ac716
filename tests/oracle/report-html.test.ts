import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeHtml } from '../../src/reporters/html/write-html.ts';
import { sampleReport } from '../builders/build-report.ts';
import {
  axe,
  chromiumPath,
  launchChromium,
  narrow,
  openAll,
  skippedWithoutChromium,
  visit as visitPage,
  windows,
} from '../builders/chromium-pages.ts';

describe.skipIf(chromiumPath === undefined)(`report.html in a browser${skippedWithoutChromium}`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'segur-report-'));
  const urls = { fr: '', en: '' };
  let browser: Browser;

  beforeAll(async () => {
    for (const lang of ['fr', 'en'] as const) {
      const file = join(folder, `report.${lang}.html`);
      writeFileSync(file, writeHtml(sampleReport(), lang));
      urls[lang] = pathToFileURL(file).href;
    }
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
  });

  function visit<T>(
    url: string,
    look: (page: Page, trouble: string[]) => Promise<T>,
    options: BrowserContextOptions = {},
  ): Promise<T> {
    return visitPage(browser, { url, options }, look);
  }

  describe.each(['fr', 'en'] as const)('in %s', (lang) => {
    it.each(windows)('breaks no rule of WCAG 2.2 AA, all opened: %s', async (_, options) => {
      await visit(
        urls[lang],
        async (page, trouble) => {
          await openAll(page);
          const { violations, passes } = await axe(page);
          expect(violations.map(({ id, nodes }) => [id, nodes.slice(0, 3).map(({ html }) => html)])).toEqual(
            [],
          );
          expect(passes.length).toBeGreaterThan(20);
          expect(trouble).toEqual([]);
        },
        options,
      );
    });
  });

  it('never scrolls sideways, down to 320 pixels', async () => {
    await visit(
      urls.fr,
      async (page) => {
        await openAll(page);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
      },
      { viewport: narrow },
    );
  });

  it('runs nothing of the software and reaches for nothing', async () => {
    await visit(urls.fr, async (page, trouble) => {
      await openAll(page);
      expect(await page.evaluate(() => document.querySelectorAll('script, img').length)).toBe(1);
      expect(trouble).toEqual([]);
    });
  });

  it('opens every ancestor of a deep link', async () => {
    await visit(`${urls.fr}#${encodeURIComponent('controle-test/essai/told')}`, async (page) => {
      const row = page.locator('[id="controle-test/essai/told"]');
      expect(await row.getAttribute('open')).not.toBeNull();
      expect(await row.locator('> summary').isVisible()).toBe(true);
      expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('SUMMARY');
    });
  });

  it('filters by verdict and by words, and says how many are left', async () => {
    await visit(urls.fr, async (page) => {
      const visible = (): Promise<number> => page.locator('.exigence:visible').count();
      const all = await visible();
      await page.locator('input[name=verdict][value=conforme]').uncheck();
      expect(await visible()).toBeLessThan(all);
      await page.getByRole('searchbox').fill('PSC.02');
      expect(await visible()).toBe(1);
      expect(await page.locator('.filter output').textContent()).toMatch(/^1 /);
      await page.getByRole('searchbox').fill('nothing says this');
      expect(await visible()).toBe(0);
    });
  });

  it('opens and closes by keyboard alone', async () => {
    await visit(urls.fr, async (page) => {
      const line = page.locator('[id="exigence-PSC.02"]');
      await line.locator('> summary').focus();
      await page.keyboard.press('Enter');
      expect(await line.getAttribute('open')).not.toBeNull();
      await page.keyboard.press('Tab');
      expect(await line.evaluate((element) => element.contains(document.activeElement))).toBe(true);
      await line.locator('> summary').focus();
      await page.keyboard.press('Enter');
      expect(await line.getAttribute('open')).toBeNull();
    });
  });

  it('still opens without script', async () => {
    await visit(
      urls.fr,
      async (page) => {
        expect(await page.locator('.filter').isVisible()).toBe(false);
        await page.locator('[id="exigence-PSC.02"] > summary').click();
        expect(await page.locator('[id="controle-test/essai/told"] > summary').isVisible()).toBe(true);
      },
      { javaScriptEnabled: false },
    );
  });
});
