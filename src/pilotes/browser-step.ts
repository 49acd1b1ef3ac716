import type { Page } from 'playwright-core';
import type { JsonObject } from '../domain/json.ts';
import { InputError } from '../domain/segur-error.ts';

const stepTimeout = 10_000;

/**
 * Plays one recorded step and returns what it read. The verbs: `goto`, `click`, `fill` + `value`, `press`, `wait`,
 * `read` (text of a selector into `as`), `present` (whether a selector is there, into `as`), `set` (a fixed value
 * into `as`). `{name}` in any text is replaced by the action's input. Throws InputError on an unknown verb.
 */
export async function playStep(
  page: Page,
  step: JsonObject,
  input: JsonObject,
  where: string,
): Promise<JsonObject> {
  const text = (key: string): string | undefined => {
    const value = step[key];
    if (typeof value !== 'string') return undefined;
    return value.replace(/\{(\w+)\}/g, (whole, name: string) => {
      const filled = input[name];
      return typeof filled === 'string' || typeof filled === 'number' ? String(filled) : whole;
    });
  };
  const optional = step['optional'] === true;
  const timeout = typeof step['timeout'] === 'number' ? step['timeout'] : stepTimeout;
  try {
    return await act(page, text, timeout, step, where);
  } catch (error) {
    if (optional && !(error instanceof InputError)) return {};
    throw error;
  }
}

async function act(
  page: Page,
  text: (key: string) => string | undefined,
  timeout: number,
  step: JsonObject,
  where: string,
): Promise<JsonObject> {
  const target = text('as');
  const goto = text('goto');
  if (goto !== undefined) return nothing(page.goto(goto, { timeout, waitUntil: 'load' }));
  const click = text('click');
  if (click !== undefined) return nothing(page.locator(click).first().click({ timeout }));
  const fill = text('fill');
  if (fill !== undefined)
    return nothing(
      page
        .locator(fill)
        .first()
        .fill(text('value') ?? '', { timeout }),
    );
  const press = text('press');
  if (press !== undefined) return nothing(page.keyboard.press(press));
  const wait = text('wait');
  if (wait !== undefined) return nothing(page.locator(wait).first().waitFor({ timeout }));
  const read = text('read');
  if (read !== undefined && target !== undefined) {
    return { [target]: ((await page.locator(read).first().textContent({ timeout })) ?? '').trim() };
  }
  const present = text('present');
  if (present !== undefined && target !== undefined)
    return { [target]: (await page.locator(present).count()) > 0 };
  if (target !== undefined && step['set'] !== undefined) return { [target]: step['set'] };
  throw new InputError('BROWSER_STEP', `${where} has no known verb`, {
    hint: 'Use goto, click, fill+value, press, wait, read+as, present+as or set+as.',
  });
}

async function nothing(work: Promise<unknown>): Promise<JsonObject> {
  await work;
  return {};
}
