import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Hl7Message } from '@medplum/core';
import { Hl7Client, Hl7Server } from '@medplum/hl7';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { a28, startBench, type PamBench } from '../builders/pam-bench.ts';

const samples = process.env['SEGUR_ANS_DIR'];

let bench: PamBench;
let client: Hl7Client;
beforeAll(async () => {
  bench = await startBench();
  client = new Hl7Client({ host: '127.0.0.1', port: bench.port, keepAlive: true });
});
beforeEach(() => {
  bench.preuves.length = 0;
});
afterAll(async () => {
  await client.close();
  await bench.close();
});

describe('the HL7v2 receiver, in front of the MLLP client of medplum', () => {
  it('is understood: each message has its own acknowledgement, on one connection', async () => {
    const ids = ['M1', 'M2', 'M3'];
    const acks: Hl7Message[] = [];
    // One after the other: this client loses answers that come in one TCP segment.
    for (const id of ids) {
      const message = Hl7Message.parse(a28.replace('|M1|', `|${id}|`));
      acks.push(await client.sendAndWait(message, { timeoutMs: 5000 }));
    }
    expect(acks.map((ack) => ack.getSegment('MSA')?.toString())).toEqual(ids.map((id) => `MSA|AA|${id}`));
    expect(bench.preuves).toHaveLength(3);
    expect(new Set(bench.preuves.map(({ connection }) => connection)).size).toBe(1);
  });
});

describe('the HL7v2 sender, in front of the MLLP server of medplum', () => {
  it('is understood: events, patient and acknowledgement', async () => {
    const received: Hl7Message[] = [];
    const server = new Hl7Server((connection) => {
      connection.addEventListener('message', ({ message }) => {
        received.push(message);
        connection.send(message.buildAck());
      });
    });
    server.start(0);
    await new Promise((resolve) => server.server?.once('listening', resolve));
    const { port } = server.server?.address() as AddressInfo;
    const sender = await startBench({ destinataire: { host: '127.0.0.1', port } });
    const events = ['A01', 'A04', 'A08', 'A24', 'A28', 'A31', 'A37', 'A40', 'A47', 'O01', 'S12'];
    for (const evenement of events) {
      const input = { evenement, role: 'flux-1', autreRole: 'flux-2', ins: true, statut: 'VALI' };
      expect(await sender.pam.operate('envoyer', input)).toMatchObject({ issue: 'answered', accuse: 'AA' });
    }
    expect(received.map((message) => message.header.getComponent(9, 2))).toEqual(events);
    for (const message of received) {
      const pid = message.getSegment('PID');
      expect(pid?.getComponent(3, 1, undefined, 1)).toMatch(/^\d{6}[\dAB]\d{8}$/);
      expect(pid?.getComponent(3, 4, undefined, 1)).toBe('ASIP-SANTE-INS-NIR&1.2.250.1.213.1.4.10&ISO');
      expect(pid?.getComponent(32, 1)).toBe('VALI');
    }
    await sender.close();
    await server.stop({ forceDrainTimeoutMs: 1 });
  });
});

const files = [
  'sgl/admission.er7',
  'sgl/sortie.er7',
  'consentement-pam/ConsentementConsultation_NonOppositionAlimentation.er7',
  'mdm/message_MDM_CR_Radio_INIT_N1.er7',
  'mdm/message_MDM_CR_Radio_INIT_N1_Base64.er7',
  'mdm/message_MDM_CR_Radio_RPLC_N1.er7',
  'oru/message_ORU_CR_Bio_INIT_N3_SEGUR.hl7',
  'vers-mssante/message_MDM__LPS_MSS_CR_Radio_INIT_N1.er7',
];

describe.skipIf(samples === undefined)('official samples (skipped without SEGUR_ANS_DIR)', () => {
  it.each(files)('%s is received, read and acknowledged AA', async (file) => {
    const text = readFileSync(join(samples ?? '', 'hl7v2', file), 'utf8').replaceAll(/\r?\n/g, '\r');
    const ack = await client.sendAndWait(Hl7Message.parse(text), { timeoutMs: 5000 });
    const sent = Hl7Message.parse(text).header;
    expect(ack.getSegment('MSA')?.toString()).toBe(`MSA|AA|${sent.getComponent(10, 1)}`);
    expect(bench.preuves[0]?.view).toMatchObject({
      type: sent.getComponent(9, 1),
      evenement: sent.getComponent(9, 2),
      patients: [{ ins: [{ oid: expect.stringMatching(/^1\.2\.250\.1\.213\.1\.4\.(8|10)$/) as string }] }],
    });
  });
});
