import type { IncomingMessage, ServerResponse } from 'node:http';

/** What a route answers. */
export interface Reply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
  readonly html?: string;
  readonly json?: unknown;
  readonly body?: string;
}

/** Sends a reply; pages are never cached, so that the back button shows nothing after logout. */
export function send(response: ServerResponse, reply: Reply): void {
  response.statusCode = reply.status;
  response.setHeader('cache-control', 'no-store');
  response.setHeader('referrer-policy', 'no-referrer');
  for (const [name, value] of Object.entries(reply.headers ?? {})) response.setHeader(name, value);
  if (reply.json !== undefined) {
    response.setHeader('content-type', 'application/json; charset=utf-8');
    response.end(JSON.stringify(reply.json));
  } else if (reply.html !== undefined) {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(reply.html);
  } else response.end(reply.body);
}

export function cookies(request: IncomingMessage): ReadonlyMap<string, string> {
  const pairs = (request.headers.cookie ?? '').split(';').map((part): [string, string] => {
    const [name = '', ...value] = part.trim().split('=');
    return [name, value.join('=')];
  });
  return new Map(pairs);
}

export function cookie(name: string, value: string, maxAge?: number): string {
  const age = maxAge === undefined ? '' : `; Max-Age=${String(maxAge)}`;
  // Lax: the return from Pro Santé Connect is a top-level navigation from another site.
  return `${name}=${value}; Path=/; HttpOnly; SameSite=Lax${age}`;
}

const bodyLimit = 1_000_000;

/** Body of a request as text; throws RangeError over one megabyte. */
export async function bodyText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > bodyLimit) throw new RangeError('request body over one megabyte');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
