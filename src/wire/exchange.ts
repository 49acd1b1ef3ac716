import { validateHeaderValue, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import type { Preuve, Recorder, TlsFacts } from '../domain/preuve.ts';
import { exchangeView, readContent, splitTarget } from './exchange-view.ts';
import type { WireReply, WireRequest } from './http-exchange.ts';
import type { HttpLimits } from './http-limits.ts';
import { rawPairs, replyBytes, requestBytes, type ReplyBytes } from './raw-message.ts';

const drainMs = 2_000;

/** The connection that carries exchanges, as known once its handshake is over. */
export interface Connection {
  readonly id: string;
  readonly tls?: TlsFacts;
  /** Faults of the certificate that the bench offered on it. */
  readonly certificateFaults?: readonly string[];
  /** Attests these faults, once an exchange showed that the client went on. */
  readonly attest?: (carrier: string) => void;
}

export interface ExchangeOptions {
  readonly message: IncomingMessage;
  readonly response: ServerResponse;
  readonly connection: Connection;
  readonly limits: HttpLimits;
  readonly recorder: Recorder;
  readonly unhandledKind: string;
  readonly closing: () => boolean;
}

/** One request and its reply, from the headers to the single preuve that remains of them. */
export class Exchange {
  readonly #options: ExchangeOptions;
  readonly #abort = new AbortController();
  readonly #receivedAt = Date.now();
  #aborted: string | undefined;
  #sent = false;

  constructor(options: ExchangeOptions) {
    this.#options = options;
    options.response.once('close', () => {
      if (!this.#sent) this.abort(options.closing() ? 'bench-closing' : 'client-closed');
    });
  }

  /** Ends the exchange early; the first reason stays. */
  abort(reason: string): void {
    this.#aborted ??= reason;
    this.#abort.abort();
  }

  async run(handler: (request: WireRequest) => Promise<WireReply> | WireReply): Promise<void> {
    const body = await this.#readBody();
    const request = this.#request(body);
    const reply =
      this.#aborted === undefined
        ? await this.#answer(request, handler)
        : { status: this.#aborted === 'body-too-large' ? 413 : 0, kind: this.#options.unhandledKind };
    const bytes = replyBytes(reply, request.method, this.#closesAfter(request));
    const sent = await this.#deliver(reply, bytes);
    const preuve = this.#record(request, reply, sent);
    this.#options.connection.attest?.(preuve.id);
    if (sent !== undefined) {
      for (const { deviated, after } of reply.deviations ?? []) {
        deviated.delivered(preuve.id, after ?? bytes.body);
      }
    }
    reply.recorded?.(preuve);
  }

  #closesAfter(request: WireRequest): boolean {
    const asked = request.header('connection')?.toLowerCase() === 'close';
    return asked || this.#aborted !== undefined || this.#options.message.httpVersion === '1.0';
  }

  async #readBody(): Promise<Buffer> {
    const chunks: Buffer[] = [];
    let size = 0;
    try {
      // Leaving the loop must not destroy the connection: the 413 still has to go out.
      const bodyChunks = this.#options.message.iterator({ destroyOnReturn: false });
      for await (const chunk of bodyChunks as AsyncIterable<Buffer>) {
        size += chunk.length;
        if (size > this.#options.limits.bodyBytes) {
          chunks.push(chunk.subarray(0, chunk.length - (size - this.#options.limits.bodyBytes)));
          this.#aborted ??= 'body-too-large';
          break;
        }
        chunks.push(chunk);
      }
    } catch {
      // The stream only fails when the connection ended before the body did.
      this.abort(this.#options.closing() ? 'bench-closing' : 'client-closed');
    }
    return Buffer.concat(chunks);
  }

  #request(body: Buffer): WireRequest {
    const { message, connection } = this.#options;
    const headers = rawPairs(message.rawHeaders);
    const header = (name: string): string | undefined =>
      headers.find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1];
    const scheme = connection.tls === undefined ? 'http' : 'https';
    const { path, query } = splitTarget(message.url ?? '/');
    return {
      method: message.method ?? '',
      origin: `${scheme}://${header('host') ?? ''}`,
      path,
      query,
      headers,
      ...readContent(header('content-type'), body),
      body,
      ...(connection.tls === undefined ? {} : { tls: connection.tls }),
      connection: connection.id,
      receivedAt: this.#receivedAt,
      signal: this.#abort.signal,
      header,
    };
  }

  async #answer(
    request: WireRequest,
    handler: (request: WireRequest) => Promise<WireReply> | WireReply,
  ): Promise<WireReply> {
    try {
      const reply = await handler(request);
      for (const [name, value] of reply.headers ?? []) validateHeaderValue(name, value);
      if (reply.delayMs !== undefined) {
        await wait(reply.delayMs, undefined, { signal: this.#abort.signal }).catch(() => undefined);
      }
      return reply;
    } catch (error) {
      // After a hang-up or a stop, what a handler throws is the echo of its own aborted work.
      if (this.#aborted !== undefined) return { status: 0, kind: this.#options.unhandledKind };
      const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
      return { status: 500, kind: 'bench/error', view: { error: text } };
    }
  }

  /** Resolves with what went out, or undefined when nothing could. */
  async #deliver(reply: WireReply, bytes: ReplyBytes): Promise<ReplyBytes | undefined> {
    const { response } = this.#options;
    const { socket } = response;
    const gone = this.#aborted !== undefined && this.#aborted !== 'body-too-large';
    if (gone || socket === null || socket.destroyed) return undefined;
    if (reply.delivery === 'drop') {
      this.#sent = true;
      socket.destroy();
      return { ...bytes, status: 0, headers: [], head: Buffer.alloc(0), body: Buffer.alloc(0) };
    }
    if (typeof reply.delivery === 'object') return this.#truncate(bytes, reply.delivery.truncateAt);
    await new Promise<void>((resolve) => {
      response.once('close', resolve);
      response.once('finish', () => {
        this.#sent = true;
        resolve();
      });
      response.writeHead(
        bytes.status,
        bytes.reason,
        bytes.headers.flatMap(([name, value]) => [name, value]),
      );
      response.end(bytes.body);
    });
    if (this.#aborted === 'body-too-large') this.#drain(socket);
    return bytes;
  }

  // Closing at once on a client that still sends would reset the connection and lose the 413.
  #drain(socket: Socket): void {
    this.#options.message.resume();
    socket.end();
    const timer = setTimeout(() => socket.destroy(), drainMs);
    socket.once('close', () => {
      clearTimeout(timer);
    });
  }

  async #truncate(bytes: ReplyBytes, at: number): Promise<ReplyBytes> {
    const { socket } = this.#options.response;
    const whole = Buffer.concat([bytes.head, bytes.body]);
    const cut = whole.subarray(0, Math.max(0, Math.min(at, whole.length)));
    this.#sent = true;
    await new Promise<void>((resolve) => {
      if (socket === null) resolve();
      else socket.end(cut, () => resolve());
    });
    socket?.destroySoon();
    return {
      ...bytes,
      head: cut.subarray(0, bytes.head.length),
      body: cut.subarray(Math.min(cut.length, bytes.head.length)),
    };
  }

  #record(request: WireRequest, reply: WireReply, sent: ReplyBytes | undefined): Preuve {
    const { message, recorder, connection } = this.#options;
    const { certificateFaults } = connection;
    const view = {
      ...exchangeView(request, sent, this.#aborted),
      ...(certificateFaults === undefined ? {} : { certificateFaults }),
      ...reply.view,
    };
    return recorder.record({
      kind: reply.kind,
      view,
      raw: {
        ...reply.raw,
        request: requestBytes(message, request.body),
        response: sent === undefined ? Buffer.alloc(0) : Buffer.concat([sent.head, sent.body]),
      },
      ...(connection.tls === undefined ? {} : { tls: connection.tls }),
      connection: connection.id,
    });
  }
}
