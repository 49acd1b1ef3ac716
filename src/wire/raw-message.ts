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
export function requestBytes(message: IncomingMessage, body: Buffer): Buffer {
  const line = `${message.method ?? ''} ${message.url ?? ''} HTTP/${message.httpVersion}`;
  return Buffer.concat([headBytes(line, rawPairs(message.rawHeaders)), body]);
}

/** Head and body of a reply, byte for byte what is then written on the connection. */
export interface ReplyBytes {
  readonly status: number;
  readonly reason: string;
  readonly headers: Pairs;
  readonly head: Buffer;
  readonly body: Buffer;
}

/** Completes a reply with the headers that framing needs; HEAD, 204 and 304 carry no body. */
export function replyBytes(reply: WireReply, method: string, closes: boolean): ReplyBytes {
  const given = reply.headers ?? [];
  const has = (name: string): boolean => given.some(([key]) => key.toLowerCase() === name);
  const bodyless = reply.status === 204 || reply.status === 304;
  const full = Buffer.from(reply.body ?? '');
  const headers: Pairs = [
    ...given,
    ...(has('date') ? [] : [['Date', new Date().toUTCString()] as const]),
    ...(has('connection') ? [] : [['Connection', closes ? 'close' : 'keep-alive'] as const]),
    ...(has('content-length') || bodyless ? [] : [['Content-Length', String(full.length)] as const]),
  ];
  const reason = STATUS_CODES[reply.status] ?? 'Unknown';
  return {
    status: reply.status,
    reason,
    headers,
    head: headBytes(`HTTP/1.1 ${reply.status} ${reason}`, headers),
    body: bodyless || method === 'HEAD' ? Buffer.alloc(0) : full,
  };
}

function headBytes(line: string, headers: Pairs): Buffer {
  const lines = headers.map(([name, value]) => `${name}: ${value}\r\n`).join('');
  return Buffer.from(`${line}\r\n${lines}\r\n`, 'latin1');
}
