import { STATUS_CODES, type IncomingMessage } from 'node:http';
import type { Pairs, WireReply } from './http-exchange.ts';

/** Header pairs in order of arrival, names as sent. */
export function rawPairs(rawHeaders: readonly string[]): Pairs {
  const pairs: (readonly [string, string])[] = [];
  for (let index = 0; index + 1 < rawHeaders.length; index += 2) {
    pairs.push([rawHeaders[index] ?? '', rawHeaders[index + 1] ?? '']);
  }
  return pairs;
}

/**
 * The request as HTTP/1.1 text: request line, headers in order with their names as sent, body exact with the
 * transfer coding removed. Spaces around header values are those of the parser, not the client's.
 */
export function requestBytes(message: IncomingMessage, headers: Pairs, body: Buffer): Buffer {
  const line = `${message.method ?? ''} ${message.url ?? ''} HTTP/${message.httpVersion}`;
  return messageBytes(headText(line, headers), body);
}

/** Head and body of a reply, byte for byte what is then written on the connection. */
export interface ReplyBytes {
  readonly status: number;
  readonly reason: string;
  readonly headers: Pairs;
  /** A character a byte (latin1). */
  readonly head: string;
  readonly body: Buffer;
}

/** Completes a reply with the headers that framing needs; HEAD, 204 and 304 carry no body. */
export function replyBytes(reply: WireReply, method: string, closes: boolean): ReplyBytes {
  const given = reply.headers ?? [];
  const has = (name: string): boolean => given.some(([key]) => isNamed(key, name));
  const bodyless = reply.status === 204 || reply.status === 304;
  const full = Buffer.from(reply.body ?? '');
  const headers: (readonly [string, string])[] = [...given];
  if (!has('date')) headers.push(['Date', new Date().toUTCString()]);
  if (!has('connection')) headers.push(['Connection', closes ? 'close' : 'keep-alive']);
  if (!has('content-length') && !bodyless) headers.push(['Content-Length', String(full.length)]);
  const reason = STATUS_CODES[reply.status] ?? 'Unknown';
  return {
    status: reply.status,
    reason,
    headers,
    head: headText(`HTTP/1.1 ${reply.status} ${reason}`, headers),
    body: bodyless || method === 'HEAD' ? empty : full,
  };
}

/** Head and body as one message. */
export function messageBytes(head: string, body: Buffer): Buffer {
  const whole = Buffer.allocUnsafe(head.length + body.length);
  whole.write(head, 0, 'latin1');
  whole.set(body, head.length);
  return whole;
}

/** Whether a header has this name, given in lower case. */
export function isNamed(header: string, name: string): boolean {
  return header.length === name.length && header.toLowerCase() === name;
}

const empty = Buffer.alloc(0);

function headText(line: string, headers: Pairs): string {
  let text = `${line}\r\n`;
  for (const [name, value] of headers) text += `${name}: ${value}\r\n`;
  return `${text}\r\n`;
}
