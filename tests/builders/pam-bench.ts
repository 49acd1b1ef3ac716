import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { makeDeck } from '../../src/catalogue/deck.ts';
import type { Deck } from '../../src/domain/deck.ts';
import type { ArmedFault, Fault } from '../../src/domain/fault.ts';
import type { JsonObject } from '../../src/domain/json.ts';
import type { RunningService } from '../../src/domain/service.ts';
import { RunArmory } from '../../src/engine/run-armory.ts';
import { openPki } from '../../src/engine/pki-directory.ts';
import { virtualClock } from '../../src/engine/virtual-clock.ts';
import { createMllpDecoder, frameMllp } from '../../src/formats/hl7v2/mllp.ts';
import { MemoryRecorder, type KeptPreuve } from './memory-recorder.ts';
import { startPam } from '../../src/services/pam/simulator/start-pam.ts';

export interface PamBench {
  readonly pam: RunningService;
  readonly preuves: KeptPreuve[];
  readonly port: number;
  arm(fault: Fault<never>, options?: JsonObject): void;
  close(): Promise<void>;
}

const deck: Deck = makeDeck('pam');

/** The simulator with its recorder in memory. */
export async function startBench(options: JsonObject = {}): Promise<PamBench> {
  const recorder = new MemoryRecorder();
  const { preuves } = recorder;
  let current: Fault | undefined;
  const armory = new RunArmory(() => {
    if (current === undefined) throw new Error('no fault');
    return current;
  }, recorder);
  const stop = new AbortController();
  let random = 0;
  const pam = await startPam({
    ...{ options, deck, recorder, armory, clock: virtualClock(), pki: await openPki(), host: '127.0.0.1' },
    random: () => (random += 0.01),
    signal: stop.signal,
  });
  return {
    pam,
    preuves,
    port: Number(pam.endpoints['port']),
    arm: (fault, faultOptions = {}) => {
      current = fault;
      armory.arm([{ id: 'pam/test', options: faultOptions } satisfies ArmedFault]);
    },
    close: async () => {
      stop.abort();
      await pam.close();
    },
  };
}

/** A creation with an INS, as a software may send it. */
export const a28: string =
  'MSH|^~\\&|LPS|X|SEGUR|BANC|20240306||ADT^A28^ADT_A05|M1|T|2.5^FRA^2.11|||||FRA|UNICODE UTF-8\r' +
  'PID|1||42^^^X&1&N^PI~279035121518989^^^ASIP-SANTE-INS-NIR&1.2.250.1.213.1.4.10&ISO^INS||ZZTEST^ANNE^ANNE^^^^L\r';

/** What came back on a connection: MLLP blocks, bytes beside them, and whether the bench closed it. */
export interface Talk {
  readonly blocks: readonly string[];
  readonly noise: number;
  readonly closed: boolean;
}

interface TalkOptions {
  readonly ms?: number;
  readonly blocks?: number;
  readonly tls?: boolean;
  /** Ends its side once the bytes are written. */
  readonly hangUp?: boolean;
}

/** Writes bytes and listens until `blocks` came, the bench closes or `ms` passed. */
export function talk(
  port: number,
  bytes: Uint8Array,
  { ms = 400, blocks = 1, tls = false, hangUp = false }: TalkOptions = {},
): Promise<Talk> {
  return new Promise((resolve) => {
    const socket: Socket = tls
      ? connectTls({ port, host: '127.0.0.1', rejectUnauthorized: false })
      : connect({ port, host: '127.0.0.1' });
    const decoder = createMllpDecoder();
    const got: string[] = [];
    let noise = 0;
    const end = (closed: boolean): void => {
      clearTimeout(timer);
      socket.destroy();
      resolve({ blocks: got, noise, closed });
    };
    const timer = setTimeout(() => {
      end(false);
    }, ms);
    socket.on('error', () => undefined);
    socket.on('close', () => {
      end(true);
    });
    socket.on('data', (chunk: Buffer) => {
      for (const event of decoder.push(chunk)) {
        if (event.kind === 'message') got.push(Buffer.from(event.bytes).toString());
        else noise += 1;
      }
      if (got.length >= blocks) end(false);
    });
    if (bytes.length > 0) socket.write(bytes);
    if (hangUp) socket.end();
  });
}

/** An MLLP block of a text. */
export const framed = (text: string): Uint8Array => frameMllp(Buffer.from(text));

/** A recipient that answers each connection as told. */
export async function startRecipient(
  answer: (socket: Socket, received: Buffer) => void,
): Promise<{ readonly port: number; close(): Promise<void> }> {
  const sockets = new Set<Socket>();
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('data', (chunk) => {
      answer(socket, chunk);
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        for (const socket of sockets) socket.destroy();
      }),
  };
}
