import { validateHeaderValue, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import type { Preuve, Recorder, TlsFacts } from '../domain/preuve.ts';
import { exchangeView, readContent, splitTarget } from './exchange-view.ts';
import type { WireReply, WireRequest } from './http-exchange.ts';
import type { HttpLimits } from './http-limits.ts';
import { isNamed, messageBytes, rawPairs, replyBytes, requestBytes, type ReplyBytes } from './raw-message.ts';

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
  #controller: AbortController | undefined;
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
    this.#controller?.abort();
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

  /** Made for who asks: most handlers answer at once. */
  #signal(): AbortSignal {
    if (this.#controller === undefined) {
      this.#controller = new AbortController();
      if (this.#aborted !== undefined) this.#controller.abort();
    }
    return this.#controller.signal;
  }

  #readBody(): Promise<Buffer> {
    const { message, limits } = this.#options;
    const chunks: Buffer[] = [];
    let room = limits.bodyBytes;
    let ended = false;
    return new Promise((resolve) => {
      const end = (): void => {
        ended = true;
        const [only] = chunks;
        resolve(chunks.length === 1 && only !== undefined ? only : Buffer.concat(chunks));
      };
      const keep = (chunk: Buffer): void => {
        if (ended) return;
        chunks.push(chunk.length > room ? chunk.subarray(0, room) : chunk);
        room -= chunk.length;
        if (room >= 0) return;
        this.#aborted ??= 'body-too-large';
        // The connection must stay open: the 413 still has to go out.
        message.pause();
        end();
      };
      // The stream only fails when the connection ended before the body did.
      const fail = (): void => {
        if (ended) return;
        this.abort(this.#options.closing() ? 'bench-closing' : 'client-closed');
        end();
      };
      message.on('data', keep);
      message.on('end', () => {
        if (!ended) end();
      });
      message.on('error', fail);
      message.on('close', fail);
    });
  }

  #request(body: Buffer): WireRequest {
    const { message, connection } = this.#options;
    const headers = rawPairs(message.rawHeaders);
    const header = (name: string): string | undefined => {
      const wanted = name.toLowerCase();
      return headers.find(([key]) => isNamed(key, wanted))?.[1];
    };
    const scheme = connection.tls === undefined ? 'http' : 'https';
    const { path, query } = splitTarget(message.url ?? '/');
    const signal = (): AbortSignal => this.#signal();
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
      get signal() {
        return signal();
      },
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
        await wait(reply.delayMs, undefined, { signal: this.#signal() }).catch(() => undefined);
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
      return { ...bytes, status: 0, headers: [], head: '', body: Buffer.alloc(0) };
    }
    if (typeof reply.delivery === 'object') return this.#truncate(bytes, reply.delivery.truncateAt);
    await new Promise<void>((resolve) => {
      response.once('close', resolve);
      response.once('finish', () => {
        this.#sent = true;
        resolve();
      });
      response.writeHead(bytes.status, bytes.reason, bytes.headers.flat());
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
    const whole = messageBytes(bytes.head, bytes.body);
    const cut = whole.subarray(0, Math.max(0, Math.min(at, whole.length)));
    this.#sent = true;
    await new Promise<void>((resolve) => {
      if (socket === null) resolve();
      else socket.end(cut, () => resolve());
    });
    socket?.destroySoon();
    return {
      ...bytes,
      head: bytes.head.slice(0, cut.length),
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
        request: requestBytes(message, request.headers, request.body),
        response: sent === undefined ? Buffer.alloc(0) : messageBytes(sent.head, sent.body),
      },
      ...(connection.tls === undefined ? {} : { tls: connection.tls }),
      connection: connection.id,
    });
  }
}
