import type { JsonObject } from '../../../domain/json.ts';
import { InputError } from '../../../domain/segur-error.ts';
import type { RunningService, ServiceContext } from '../../../domain/service.ts';
import { frameMllp } from '../../../formats/hl7v2/mllp.ts';
import { readHl7 } from '../../../formats/hl7v2/read-hl7.ts';
import type { PamAck } from '../preuves/ack.ts';
import type { PamMessageView } from '../preuves/views.ts';
import { hl7Facts, noFacts } from './hl7-facts.ts';
import { sendIdentity } from './send-identity.ts';
import type { MllpDestination } from './send-mllp.ts';
import { startReceiver, type MllpReply } from './start-receiver.ts';
import { writeAck } from './write-ack.ts';

const maxMessageBytes = 50 * 1024 * 1024;
const garbage = Buffer.from('HTTP/1.1 400 Bad Request\r\n\r\n');

/** Starts the MLLP receiver, and sends to the software what scenarios ask for. */
export async function startPam(context: ServiceContext): Promise<RunningService> {
  const { options, pki, host } = context;
  const port = options['port'];
  const pair = await pki.server({ names: ['localhost', '127.0.0.1', '::1'] });
  const tls = options['tls'] === true;
  let count = 0;
  const receiver = await startReceiver({
    host,
    port: typeof port === 'number' ? port : 0,
    ...(tls ? { tls: { ...pair, clientCaPem: pki.clientCaPem } } : {}),
    recorder: context.recorder,
    maxBytes: maxMessageBytes,
    handler: (bytes) => {
      count += 1;
      return answerMessage(bytes, context, `SEGUR-A-${String(count)}`);
    },
  });
  const destination = destinationOf(options['destinataire']);
  const mllp = `${tls ? 'mllps' : 'mllp'}://${host}:${String(receiver.port)}`;
  return {
    endpoints: { mllp, host, port: String(receiver.port) },
    settings: [
      {
        label: {
          fr: 'Adresse MLLP à laquelle émettre les messages HL7v2',
          en: 'MLLP address to which HL7v2 messages are sent',
        },
        value: mllp,
      },
    ],
    prepare: () => undefined,
    operate: (operation, input) => {
      if (operation === 'envoyer') return sendIdentity(input, destination, context);
      throw new InputError('PAM_OPERATION', `pam has no bench operation ${operation}`, {
        hint: 'It has: envoyer.',
      });
    },
    close: () => receiver.close(),
  };
}

function destinationOf(value: unknown): MllpDestination | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { host, port, tls } = value as JsonObject;
  return typeof host === 'string' && typeof port === 'number' ? { host, port, tls: tls === true } : undefined;
}

function answerMessage(bytes: Uint8Array, context: ServiceContext, ackId: string): MllpReply {
  const reading = readHl7(bytes, { maxBytes: maxMessageBytes, maxSegments: 100_000 });
  const message = reading.kind === 'read' ? reading.file.messages[0] : undefined;
  const facts = message === undefined ? noFacts : hl7Facts(message);
  const deviated = context.armory.apply('pam/ack', faithfulAck(facts.controlId, message !== undefined), {
    evenement: facts.evenement,
  });
  const ack = deviated.artefact;
  const written = writeAck(facts, ack, new Date(context.clock.now()), ackId);
  const delivery = ack.delivery ?? 'whole';
  const sentBytes = delivery === 'whole' ? frameMllp(written) : delivery === 'garbage' ? garbage : undefined;
  return {
    ...(sentBytes === undefined ? {} : { bytes: sentBytes }),
    ...(ack.delayMs === undefined ? {} : { delayMs: ack.delayMs }),
    closes: delivery === 'drop',
    sent: (tlsFacts, connection) => {
      const view: PamMessageView = {
        ...facts,
        ...(delivery === 'whole' ? { ack: ack.code } : {}),
        ...(reading.kind === 'problem' ? { problem: reading.code } : {}),
        faults: deviated.faults,
      };
      const preuve = context.recorder.record({
        kind: 'pam/message',
        view,
        raw: { message: bytes, ...(delivery === 'whole' ? { ack: written } : {}) },
        connection,
        ...(tlsFacts === undefined ? {} : { tls: tlsFacts }),
      });
      deviated.delivered(preuve.id, sentBytes ?? new Uint8Array());
    },
  };
}

function faithfulAck(controlId: string, readable: boolean): PamAck {
  if (!readable)
    return { code: 'AR', error: { code: '100', text: 'Message illisible : pas de segment MSH.' } };
  if (controlId === '') return { code: 'AE', error: { code: '101', text: 'MSH-10 est vide.' } };
  return { code: 'AA' };
}
