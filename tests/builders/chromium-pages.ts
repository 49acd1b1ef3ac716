import { existsSync } from 'node:fs';
import axeCore from 'axe-core';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';

/** A Chromium of this machine, if it has one. */
export const chromiumPath: string | undefined = [
  process.env['SEGUR_CHROMIUM'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
].find((path) => path !== undefined && existsSync(path));

/** Said in the title of what is skipped without a browser. */
export const skippedWithoutChromium: string =
  chromiumPath === undefined ? ' (skipped: no Chromium, set SEGUR_CHROMIUM)' : '';

/** Sizes of a window. */
export const wide = { width: 1280, height: 900 } as const;
export const narrow = { width: 320, height: 700 } as const;

/** Windows in which a page must hold. */
export const windows: readonly (readonly [string, BrowserContextOptions])[] = [
  ['wide, light', { viewport: wide, colorScheme: 'light' }],
  ['wide, dark', { viewport: wide, colorScheme: 'dark' }],
  ['narrow, light', { viewport: narrow, colorScheme: 'light' }],
  ['narrow, dark', { viewport: narrow, colorScheme: 'dark' }],
];

export interface AxeResults {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly html: string }[];
  }[];
  readonly passes: readonly unknown[];
}

/** Starts the browser; the caller closes it. */
export function launchChromium(): Promise<Browser> {
  return chromium.launch({
    ...(chromiumPath === undefined ? {} : { executablePath: chromiumPath }),
    args: [
      ...['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
      ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
    ],
  });
}

/** Opens a page and looks at it; `trouble` holds what it said, asked of the network or threw. */
export async function visit<T>(
  browser: Browser,
  at: { readonly url: string; readonly options?: BrowserContextOptions },
  look: (page: Page, trouble: string[]) => Promise<T>,
): Promise<T> {
  const context = await browser.newContext({ viewport: wide, ...at.options });
  const trouble: string[] = [];
  try {
    const page = await context.newPage();
    page.on('console', (message) => trouble.push(message.text()));
    page.on('pageerror', (error) => trouble.push(error.message));
    page.on('dialog', (dialog) => {
      trouble.push(`dialog ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on('request', (request) => {
      if (!request.url().startsWith('file:')) trouble.push(`request ${request.url()}`);
    });
    await page.goto(at.url);
    return await look(page, trouble);
  } finally {
    await context.close();
  }
}

/** Opens all that opens. */
export function openAll(page: Page): Promise<void> {
  return page.evaluate(() => {
    for (const one of document.querySelectorAll('details')) one.open = true;
  });
}

/** WCAG 2.2 AA and good practice. The page's policy forbids foreign scripts: axe is injected by the debugger. */
export async function axe(page: Page): Promise<AxeResults> {
  await page.evaluate(axeCore.source);
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
  return page.evaluate(
    `axe.run(document, { runOnly: ${JSON.stringify(tags)} }).then(({ violations, passes }) => ({ violations, passes }))`,
  );
}
