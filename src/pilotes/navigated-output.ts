import type { Json, JsonObject } from '../domain/json.ts';
import type { Navigator, PageReached } from './navigator.ts';

/**
 * Completes the output of an action that asks for a navigation: the bench opens the address in the session's
 * jar; a JSON object reached is merged into the output, any page is described under `page`.
 */
export async function navigatedOutput(
  output: Json,
  session: string,
  navigator: Navigator,
  signal: AbortSignal,
): Promise<Json> {
  const url = navigationUrl(output);
  if (url === undefined || !isObject(output)) return output;
  const page = await navigator.open(session, url, signal);
  return { ...output, ...pageAnswer(page) };
}

/** What is kept of a page: its address, status, title and the beginning of its text. */
export function pageAnswer(page: PageReached): JsonObject {
  const described = {
    page: {
      url: page.url,
      status: page.status,
      title: titleOf(page.body),
      text: textOf(page.body).slice(0, 500),
    },
  };
  if (!page.contentType.includes('json')) return described;
  try {
    const parsed: unknown = JSON.parse(page.body);
    return isObject(parsed) ? { ...parsed, ...described } : described;
  } catch {
    return described;
  }
}

function navigationUrl(output: Json): string | undefined {
  if (!isObject(output)) return undefined;
  const navigation = output['navigation'];
  if (!isObject(navigation)) return undefined;
  const url = navigation['url'];
  return typeof url === 'string' ? url : undefined;
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function titleOf(html: string): string {
  return /<title[^>]*>([^<]*)<\/title>/i.exec(html)?.[1]?.trim() ?? '';
}

function textOf(html: string): string {
  return html
    .replace(/<(script|style)[\s\S]*?<\/\1>/gi, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
