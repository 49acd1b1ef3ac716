import { once } from 'node:events';
import { createServer as createTcpServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer, TLSSocket } from 'node:tls';
import { setTimeout as wait } from 'node:timers/promises';
import type { Recorder, TlsFacts } from '../../../domain/preuve.ts';
import { BenchError } from '../../../domain/segur-error.ts';
import { createMllpDecoder, type MllpEvent } from '../../../formats/hl7v2/mllp.ts';
import { readAuthorities, tlsFacts } from '../../../wire/tls-facts.ts';
import type { PamGarbageView } from '../preuves/views.ts';

/** What the handler of a message decides to send back. */
export interface MllpReply {
  /** Bytes to send as they are, frame included; none when absent. */
  readonly bytes?: Uint8Array;
  readonly delayMs?: number;
  /** Ends the connection once the bytes left. */
  readonly closes?: boolean;
  /** Called once the bytes were handed to the socket, or at once when there are none. */
  readonly sent: (tls: TlsFacts | undefined, connection: string) => void;
}

export interface MllpReceiverOptions {
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
  readonly tls?: { readonly certPem: string; readonly keyPem: string; readonly clientCaPem: string };
  readonly recorder: Recorder;
  readonly handler: (message: Uint8Array) => MllpReply;
  /** Most bytes of one message. */
  readonly maxBytes?: number;
  /** Real milliseconds of silence after which a connection is closed, half-open ones included. */
  readonly idleMs?: number;
}

export interface MllpReceiver {
  readonly port: number;
  /** Ends every connection; rejects with the failure of the bench that closed one, if any. */
  close(): Promise<void>;
}

const defaultMaxBytes = 50 * 1024 * 1024;
const defaultIdleMs = 300_000;
const maxConnections = 100;

/**
 * Receives MLLP blocks, one after the other on each connection, and answers each. Garbage is recorded and the
 * connection kept; a message over the limit closes it. Throws BenchError when the port cannot be bound.
 */
export async function startReceiver(options: MllpReceiverOptions): Promise<MllpReceiver> {
  const authorities = readAuthorities(options.tls?.clientCaPem);
  const state: { failure?: unknown; last: number } = { last: 0 };
  const sockets = new Set<Socket>();
  const pending = new Set<Promise<void>>();
  const server: Server = options.tls === undefined ? createTcpServer() : tlsServer(options.tls);
  server.maxConnections = maxConnections;
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.once('close', () => sockets.delete(socket));
    socket.setTimeout(options.idleMs ?? defaultIdleMs, () => socket.destroy());
  });
  server.on(options.tls === undefined ? 'connection' : 'secureConnection', (socket: Socket) => {
    state.last += 1;
    const tls = socket instanceof TLSSocket ? tlsFacts(socket, authorities) : undefined;
    socket.on('error', () => socket.destroy());
    const done = converse(socket, { options, id: `mllp-${String(state.last)}`, ...(tls && { tls }) })
      .catch((error: unknown) => {
        state.failure ??= error;
      })
      .finally(() => {
        pending.delete(done);
        socket.destroy();
      });
    pending.add(done);
  });
  await listening(server, options);
  return {
    port: (server.address() as AddressInfo).port,
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      for (const socket of sockets) socket.destroy();
      await closed;
      await Promise.allSettled(pending);
      if (state.failure !== undefined) {
        throw new BenchError('MLLP_RECEIVER', 'a message could not be recorded', { cause: state.failure });
      }
    },
  };
}

function tlsServer(tls: NonNullable<MllpReceiverOptions['tls']>): Server {
  return createTlsServer({
    cert: tls.certPem,
    key: tls.keyPem,
    ca: tls.clientCaPem,
    requestCert: true,
    // Who presents what is for checks to judge; a refusal here would hide it.
    rejectUnauthorized: false,
    minVersion: 'TLSv1.2',
  });
}

async function listening(server: Server, { host, port }: MllpReceiverOptions): Promise<void> {
  server.listen(port, host);
  try {
    await once(server, 'listening');
  } catch (cause) {
    throw new BenchError('MLLP_PORT', `cannot receive MLLP on ${host}:${String(port)}`, {
      cause,
      hint: 'Choose another services.pam.port in the dossier, or 0.',
    });
  }
}

interface Conversation {
  readonly options: MllpReceiverOptions;
  readonly id: string;
  readonly tls?: TlsFacts;
}

async function converse(socket: Socket, conversation: Conversation): Promise<void> {
  const { options } = conversation;
  const decoder = createMllpDecoder(options.maxBytes ?? defaultMaxBytes);
  for await (const chunk of chunksOf(socket)) {
    for (const event of decoder.push(chunk)) {
      if (!(await take(socket, event, conversation))) return;
    }
  }
  for (const event of decoder.finish()) await take(socket, event, conversation);
}

/** Bytes of a socket until it ends, for whatever reason: a peer that vanishes is no error of the bench. */
async function* chunksOf(socket: Socket): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of socket.iterator({ destroyOnReturn: false })) yield chunk as Buffer;
  } catch {
    socket.destroy();
  }
}

/** False when the conversation is over. */
async function take(socket: Socket, event: MllpEvent, conversation: Conversation): Promise<boolean> {
  const { options, tls, id } = conversation;
  if (event.kind !== 'message') {
    const tooLarge = event.kind === 'too-large';
    const view: PamGarbageView = tooLarge
      ? { reason: 'too-large', length: event.limit }
      : { reason: event.reason, length: event.length };
    options.recorder.record({ kind: 'pam/garbage', view, connection: id, ...(tls && { tls }) });
    return !tooLarge;
  }
  const reply = options.handler(event.bytes);
  if (reply.delayMs !== undefined) await whileOpen(socket, reply.delayMs);
  if (reply.bytes !== undefined && socket.writable) socket.write(reply.bytes);
  reply.sent(tls, id);
  return reply.closes !== true;
}

async function whileOpen(socket: Socket, ms: number): Promise<void> {
  const gone = new AbortController();
  const abort = (): void => {
    gone.abort();
  };
  socket.once('close', abort);
  await wait(ms, undefined, { signal: gone.signal }).catch(() => undefined);
  socket.off('close', abort);
}
