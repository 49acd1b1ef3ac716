import type { Json } from '../domain/json.ts';
import type { HttpExchangeView } from '../domain/preuve.ts';
import type { Pairs, WireRequest } from './http-exchange.ts';
import { isNamed, type ReplyBytes } from './raw-message.ts';

/** Splits a request target; never throws, whatever was sent. Absolute-form targets lose their authority. */
export function splitTarget(target: string): { readonly path: string; readonly query: Pairs } {
  const relative = target.replace(/^https?:\/\/[^/?#]*/i, '');
  const mark = relative.indexOf('?');
  if (mark < 0) return { path: relative === '' ? '/' : relative, query: [] };
  return { path: relative.slice(0, mark), query: [...new URLSearchParams(relative.slice(mark + 1))] };
}

/** Reads a body according to its media type; an unreadable body leaves both members out. */
export function readContent(
  contentType: string | undefined,
  body: Buffer,
): { readonly form?: Pairs; readonly json?: Json } {
  const mediaType = (contentType ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
  if (mediaType === 'application/x-www-form-urlencoded') {
    return { form: [...new URLSearchParams(body.toString('utf8'))] };
  }
  if (mediaType !== 'application/json' && !mediaType.endsWith('+json')) return {};
  try {
    return { json: JSON.parse(body.toString('utf8')) as Json };
  } catch {
    // The raw bytes are kept beside the view: a check that needs JSON sees that there is none.
    return {};
  }
}

/** The view every HTTP exchange has; `reply` is absent when nothing was sent. */
export function exchangeView(
  request: WireRequest,
  reply: ReplyBytes | undefined,
  aborted: string | undefined,
): HttpExchangeView {
  const contentType = reply?.headers.find(([name]) => isNamed(name, 'content-type'))?.[1];
  const { json: responseJson } = reply === undefined ? {} : readContent(contentType, reply.body);
  return {
    method: request.method,
    origin: request.origin,
    path: request.path,
    query: request.query,
    headers: request.headers,
    ...(request.form === undefined ? {} : { form: request.form }),
    ...(request.json === undefined ? {} : { json: request.json }),
    status: reply?.status ?? 0,
    responseHeaders: reply?.headers ?? [],
    ...(responseJson === undefined ? {} : { responseJson }),
    ...(aborted === undefined ? {} : { aborted }),
  };
}
