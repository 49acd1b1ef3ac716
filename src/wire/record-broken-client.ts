import type { HttpExchangeView, Recorder, TlsFacts } from '../domain/preuve.ts';

export interface BrokenClient {
  readonly connection: { readonly id: string; readonly tls?: TlsFacts } | undefined;
  readonly handshake?: boolean;
  /** Faults of the certificate that the bench offered. */
  readonly certificateFaults?: readonly string[] | undefined;
  readonly recorder: Recorder;
  readonly unhandledKind: string;
}

/**
 * Records what never became a request: `malformed` bytes, a `timeout` before the end of the headers, or a
 * `tls-failure` (most often a client that does not trust the bench's authority). A plain connection
 * closed before its first byte is no fact: browsers and health probes do it.
 */
export function recordBrokenClient(
  error: NodeJS.ErrnoException & { readonly rawPacket?: Buffer; readonly reason?: string },
  client: BrokenClient,
): void {
  const reset = error.code === 'ECONNRESET' || error.code === 'EPIPE';
  if (reset && client.handshake !== true) return;
  const timeout = error.code === 'ERR_HTTP_REQUEST_TIMEOUT' || error.code === 'ERR_TLS_HANDSHAKE_TIMEOUT';
  const view: HttpExchangeView & { readonly error: string } = {
    method: '',
    origin: '',
    path: '',
    query: [],
    headers: [],
    status: 0,
    responseHeaders: [],
    aborted: timeout ? 'timeout' : client.handshake === true ? 'tls-failure' : 'malformed',
    ...(client.certificateFaults === undefined || client.certificateFaults.length === 0
      ? {}
      : { certificateFaults: client.certificateFaults }),
    error: error.reason ?? error.code ?? error.message,
  };
  client.recorder.record({
    kind: client.unhandledKind,
    view,
    raw: { request: error.rawPacket ?? Buffer.alloc(0) },
    ...(client.connection === undefined ? {} : { connection: client.connection.id }),
    ...(client.connection?.tls === undefined ? {} : { tls: client.connection.tls }),
  });
}
