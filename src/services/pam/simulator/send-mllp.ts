import { connect as connectTcp, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { createMllpDecoder, frameMllp } from '../../../formats/hl7v2/mllp.ts';
import type { PamSentView } from '../preuves/views.ts';

export interface MllpDestination {
  readonly host: string;
  readonly port: number;
  readonly tls: boolean;
  /** Certificate that the bench presents over TLS. */
  readonly clientPair?: { readonly certPem: string; readonly keyPem: string };
}

export interface MllpSending {
  readonly issue: PamSentView['issue'];
  /** The first block that came back. */
  readonly answer?: Uint8Array;
}

const maxAnswerBytes = 1024 * 1024;

/** Sends one message on a connection of its own and waits for one block; never throws, whatever the recipient does. */
export function sendMllp(
  message: Uint8Array,
  to: MllpDestination,
  { deadlineMs, signal }: { readonly deadlineMs: number; readonly signal: AbortSignal },
): Promise<MllpSending> {
  return new Promise((resolve) => {
    const socket = open(to);
    const decoder = createMllpDecoder(maxAnswerBytes);
    let connected = false;
    let noise = false;
    const end = (result: MllpSending): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', late);
      socket.destroy();
      resolve(result);
    };
    const late = (): void => {
      end({ issue: connected ? (noise ? 'garbage' : 'no-answer') : 'unreachable' });
    };
    const timer = setTimeout(late, deadlineMs);
    signal.addEventListener('abort', late, { once: true });
    socket.once(to.tls ? 'secureConnect' : 'connect', () => {
      connected = true;
      socket.write(frameMllp(message));
    });
    socket.on('data', (chunk: Buffer) => {
      for (const event of decoder.push(chunk)) {
        if (event.kind === 'message') {
          end({ issue: 'answered', answer: event.bytes });
          return;
        }
        noise = true;
        if (event.kind === 'too-large') end({ issue: 'garbage' });
      }
    });
    socket.on('error', () => undefined);
    socket.on('close', () => {
      if (!connected) end({ issue: 'unreachable' });
      else end({ issue: noise || decoder.finish().length > 0 ? 'garbage' : 'closed' });
    });
  });
}

function open({ host, port, tls, clientPair }: MllpDestination): Socket {
  if (!tls) return connectTcp({ host, port });
  return connectTls({
    host,
    port,
    // The recipient's own authority is not known here: its certificate is not what these exigences judge.
    rejectUnauthorized: false,
    ...(clientPair === undefined ? {} : { cert: clientPair.certPem, key: clientPair.keyPem }),
  });
}
