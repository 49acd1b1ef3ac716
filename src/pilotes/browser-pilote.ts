import { existsSync } from 'node:fs';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { Json, JsonObject } from '../domain/json.ts';
import type { Action, Pilote, PiloteAnswer, PiloteCall, PreflightProblem } from '../domain/pilote.ts';
import { InputError } from '../domain/segur-error.ts';
import { brokenAnswer } from './broken-answer.ts';
import { playStep } from './browser-step.ts';

export interface BrowserPiloteOptions {
  readonly executable?: string;
  readonly headed?: boolean;
  readonly baseUrl?: string;
  /** Recorded steps per action id. */
  readonly actions: Readonly<Record<string, readonly JsonObject[]>>;
}

const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** Flags that keep a headless Chromium quiet: no first-run pages, no background traffic in the evidence. */
const quietFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-dev-shm-usage',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * Plays recorded steps in a Chromium that the user has (playwright-core), one browser context per session.
 * The simulators' test authority is accepted without being installed: this browser is the bench's, not the vendor's.
 */
export function browserPilote(options: BrowserPiloteOptions): Pilote {
  const contexts = new Map<string, { readonly context: BrowserContext; readonly page: Page }>();
  let browser: Browser | undefined;
  const pageOf = async (session: string): Promise<Page> => {
    const known = contexts.get(session);
    if (known !== undefined) return known.page;
    browser ??= await launch(options);
    const context = await browser.newContext({
      ignoreHTTPSErrors: true,
      ...(options.baseUrl === undefined ? {} : { baseURL: options.baseUrl }),
    });
    const page = await context.newPage();
    contexts.set(session, { context, page });
    return page;
  };
  return {
    kind: 'browser',
    preflight: (actions) => Promise.resolve(problems(options, actions)),
    call: (call) => play(call, options, pageOf),
    close: async () => {
      await browser?.close();
    },
  };
}

async function play(
  call: PiloteCall,
  options: BrowserPiloteOptions,
  pageOf: (session: string) => Promise<Page>,
): Promise<PiloteAnswer> {
  const steps = options.actions[call.action.id];
  if (steps === undefined) return { kind: 'unsupported', message: `pilote.actions has no ${call.action.id}` };
  const session = call.input['session'];
  const output: Record<string, Json> = {};
  try {
    const page = await pageOf(typeof session === 'string' ? session : 'principale');
    const stop = (): void => void page.close().catch(() => undefined);
    call.signal.addEventListener('abort', stop, { once: true });
    try {
      for (const [index, step] of steps.entries()) {
        const place = `pilote.actions.${call.action.id}[${index}]`;
        try {
          Object.assign(output, await playStep(page, step, call.input, place));
        } catch (error) {
          return brokenAnswer(error, place);
        }
      }
    } finally {
      call.signal.removeEventListener('abort', stop);
    }
    return { kind: 'done', output };
  } catch (error) {
    return brokenAnswer(error, call.action.id);
  }
}

function findChromium(options: BrowserPiloteOptions): string | undefined {
  return options.executable ?? usualPlaces.find((path) => existsSync(path));
}

function problems(options: BrowserPiloteOptions, actions: readonly Action[]): readonly PreflightProblem[] {
  const found = findChromium(options);
  const missing = actions
    .filter((action) => options.actions[action.id] === undefined)
    .map((action) => action.id);
  const list: PreflightProblem[] = [];
  if (found === undefined || !existsSync(found)) {
    list.push({
      severity: 'blocking',
      message: {
        fr: `Chromium introuvable (${found ?? usualPlaces[0] ?? ''})`,
        en: `Chromium not found (${found ?? usualPlaces[0] ?? ''})`,
      },
      hint: {
        fr: 'Installez Chromium ou Chrome, ou donnez son chemin dans pilote.executable.',
        en: 'Install Chromium or Chrome, or give its path in pilote.executable.',
      },
    });
  }
  if (missing.length > 0) {
    list.push({
      severity: 'advice',
      message: {
        fr: `Actions sans enregistrement : ${missing.join(', ')}`,
        en: `Actions without a recording: ${missing.join(', ')}`,
      },
      hint: {
        fr: 'Leurs scénarios resteront non exercés ; ajoutez-les dans pilote.actions.',
        en: 'Their scenarios will stay unexercised; add them to pilote.actions.',
      },
    });
  }
  return list;
}

async function launch(options: BrowserPiloteOptions): Promise<Browser> {
  const executablePath = findChromium(options);
  if (executablePath === undefined) {
    throw new InputError('CHROMIUM_MISSING', 'no Chromium was found', {
      hint: 'Set pilote.executable in the dossier.',
    });
  }
  let playwright: typeof import('playwright-core');
  try {
    playwright = await import('playwright-core');
  } catch (cause) {
    throw new InputError('PLAYWRIGHT_MISSING', 'the optional package playwright-core is not installed', {
      cause,
      hint: 'Run: npm install playwright-core',
    });
  }
  return playwright.chromium.launch({ executablePath, headless: options.headed !== true, args: quietFlags });
}
