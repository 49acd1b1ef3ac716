import { createServer as createHttpServer, type Server } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { Socket, type AddressInfo } from 'node:net';
import { Server as TlsServer, TLSSocket } from 'node:tls';
import type { Recorder } from '../domain/preuve.ts';
import { BenchError } from '../domain/segur-error.ts';
import { CertificateOffers, type OfferedCertificate } from './certificate-offers.ts';
import { Exchange, type Connection } from './exchange.ts';
import type { WireReply, WireRequest } from './http-exchange.ts';
import { defaultLimits, type HttpLimits } from './http-limits.ts';
import { recordBrokenClient } from './record-broken-client.ts';
import type { ServerTls } from './server-tls.ts';
import { readAuthorities, tlsFacts } from './tls-facts.ts';

export interface HttpServerOptions {
  readonly host: string;
  /** 0 takes a free port. */
  readonly port: number;
  readonly tls?: ServerTls;
  /** Chooses the certificate of each connection as it opens; that of `tls` for all when absent. */
  readonly offer?: () => OfferedCertificate;
  readonly limits?: Partial<HttpLimits>;
  readonly recorder: Recorder;
  /** Kind of the preuves of traffic that no handler saw: malformed, too large, hung up, failed handshakes. */
  readonly unhandledKind: string;
  /** Answers one request. A throw is the bench's fault: 500, and a `bench/error` preuve. */
  readonly handler: (request: WireRequest) => Promise<WireReply> | WireReply;
}

export interface HttpServer {
  readonly port: number;
  /** `https://127.0.0.1:41234`. */
  readonly origin: string;
  /** Ends the connections on which nothing is being exchanged, so that the next request opens another. */
  closeIdle(): void;
  /**
   * Ends every connection; resolves once nothing listens and every exchange is recorded. Rejects with BenchError
   * when one could not be.
   */
  close(): Promise<void>;
}

/**
 * Starts the capturing server that simulators share: every exchange becomes exactly one preuve, recorded when the
 * reply was handed to the socket, with raw bytes and TLS facts. Throws BenchError when the port cannot be bound.
 */
export async function startHttpServer(options: HttpServerOptions): Promise<HttpServer> {
  const limits = { ...defaultLimits, ...options.limits };
  const authorities = readAuthorities(options.tls?.clientCaPem);
  const server = createServer(options.tls, limits);
  const state: { closing: boolean; failure?: unknown } = { closing: false };
  const offers = offersOf(server, options);
  const connections = new Map<Socket, Connection>();
  const open = new Map<Socket, Exchange>();
  const pending = new Set<Promise<void>>();
  const sockets = new Set<Socket>();
  const secured = new WeakSet<Socket>();
  const told = new WeakSet<Socket>();
  let lastConnection = 0;

  const connectionOf = (socket: Socket): Connection => {
    const known = connections.get(socket);
    if (known !== undefined) return known;
    lastConnection += 1;
    const tls = socket instanceof TLSSocket ? tlsFacts(socket, authorities) : undefined;
    const certificateFaults = offers?.faultsOf(socket) ?? [];
    const fresh: Connection = {
      id: `${String(address.port)}-${String(lastConnection)}`,
      ...(tls && { tls }),
      ...(certificateFaults.length === 0
        ? {}
        : { certificateFaults, attest: (carrier) => offers?.attest(socket, carrier) }),
    };
    connections.set(socket, fresh);
    socket.once('close', () => setImmediate(() => connections.delete(socket)));
    return fresh;
  };

  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', ignoreReset);
    socket.once('close', () => sockets.delete(socket));
  });
  server.on('request', (message, response) => {
    const { socket } = message;
    const exchange = new Exchange({
      message,
      response,
      connection: connectionOf(socket),
      limits,
      recorder: options.recorder,
      unhandledKind: options.unhandledKind,
      closing: () => state.closing,
    });
    open.set(socket, exchange);
    const done = exchange
      .run(options.handler)
      .catch((error: unknown) => {
        state.failure ??= error;
        socket.destroy();
      })
      .finally(() => {
        pending.delete(done);
        if (open.get(socket) === exchange) open.delete(socket);
      });
    pending.add(done);
  });
  server.on('secureConnection', (socket: TLSSocket) => {
    secured.add(socket);
    const certificateFaults = offers?.faultsOf(socket);
    socket.once('close', () => {
      // Clients that refuse our certificate once the handshake is over leave no other sign.
      if (connections.has(socket) || state.closing) return;
      const error = Object.assign(new Error('closed'), { code: 'closed-without-request' });
      recordBrokenClient(error, { ...options, connection: undefined, handshake: true, certificateFaults });
    });
  });
  const broken = (error: NodeJS.ErrnoException, socket: Socket): void => {
    const current = open.get(socket);
    const handshake = options.tls !== undefined && !secured.has(socket);
    if (error.code === 'ERR_HTTP_REQUEST_TIMEOUT') current?.abort('timeout');
    if (current === undefined && !state.closing && !told.has(socket)) {
      told.add(socket);
      recordBrokenClient(error, {
        ...options,
        connection: handshake || socket.destroyed ? undefined : connectionOf(socket),
        handshake,
        certificateFaults: offers?.faultsOf(socket),
      });
    }
    if (socket.writable && current === undefined && !handshake) socket.end(refusal(error));
    else socket.destroy();
  };
  // node:https tells failed handshakes by this event too.
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    if (socket instanceof Socket) broken(error, socket);
    else socket.destroy();
  });

  const address = await listen(server, options.host, options.port);
  const host = options.host.includes(':') ? `[${options.host}]` : options.host;
  return {
    port: address.port,
    origin: `${options.tls === undefined ? 'http' : 'https'}://${host}:${String(address.port)}`,
    closeIdle: () => {
      server.closeIdleConnections();
    },
    close: async () => {
      state.closing = true;
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      for (const socket of sockets) socket.destroy();
      server.closeAllConnections();
      await Promise.all([...pending]);
      await closed;
      if (state.failure !== undefined) throw toBenchError(state.failure);
    },
  };
}

function offersOf(
  server: Server,
  { tls, offer }: Pick<HttpServerOptions, 'tls' | 'offer'>,
): CertificateOffers | undefined {
  if (tls === undefined || offer === undefined || !(server instanceof TlsServer)) return undefined;
  return new CertificateOffers(server, tls, offer);
}

function createServer(tls: ServerTls | undefined, limits: HttpLimits): Server {
  const common = {
    maxHeaderSize: limits.headerBytes,
    headersTimeout: limits.headersMs,
    requestTimeout: limits.requestMs,
    keepAliveTimeout: limits.keepAliveMs,
    connectionsCheckingInterval: Math.max(50, Math.min(limits.headersMs, limits.requestMs, 5_000) / 2),
  };
  const server =
    tls === undefined
      ? createHttpServer(common)
      : createHttpsServer({
          ...common,
          cert: tls.certPem,
          key: tls.keyPem,
          minVersion: tls.minVersion ?? 'TLSv1.2',
          ...(tls.maxVersion === undefined ? {} : { maxVersion: tls.maxVersion }),
          ...(tls.clientCaPem === undefined ? {} : { ca: tls.clientCaPem, requestCert: true }),
          rejectUnauthorized: false,
          handshakeTimeout: limits.headersMs,
        });
  server.maxConnections = limits.connections;
  return server;
}

function listen(server: Server, host: string, port: number): Promise<AddressInfo> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      const busy = cause.code === 'EADDRINUSE';
      reject(
        new BenchError(busy ? 'PORT_BUSY' : 'PORT_BIND', `cannot listen on ${host}:${String(port)}`, {
          cause,
          hint: busy
            ? `Port ${String(port)} is taken: stop the other process, or let the bench choose with port 0.`
            : `Check that ${host} is an address of this machine and that port ${String(port)} is allowed.`,
          details: { host, port },
        }),
      );
    });
    server.listen(port, host, () => resolve(server.address() as AddressInfo));
  });
}

function refusal(error: NodeJS.ErrnoException): string {
  const status =
    error.code === 'HPE_HEADER_OVERFLOW'
      ? '431 Request Header Fields Too Large'
      : error.code === 'ERR_HTTP_REQUEST_TIMEOUT'
        ? '408 Request Timeout'
        : '400 Bad Request';
  return `HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`;
}

function toBenchError(cause: unknown): BenchError {
  if (cause instanceof BenchError) return cause;
  return new BenchError('EXCHANGE_LOST', 'an exchange could not be recorded', {
    cause,
    hint: 'The run proves nothing: start it again, and report the cause below if it comes back.',
  });
}

// A reset is seen and recorded as the end of its exchange; the event only must not be left without a listener.
function ignoreReset(): void {}
