import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { InputError } from '../../../domain/segur-error.ts';
import { fault as ackAe } from '../faults/ack-ae.ts';
import { fault as ackAr } from '../faults/ack-ar.ts';
import { fault as ackDropped } from '../faults/ack-dropped.ts';
import { fault as ackGarbage } from '../faults/ack-garbage.ts';
import { fault as ackLate } from '../faults/ack-late.ts';
import { fault as ackMissing } from '../faults/ack-missing.ts';
import { fault as ackOfOther } from '../faults/ack-of-other-message.ts';
import {
  a28,
  framed,
  startBench,
  startRecipient,
  talk,
  type PamBench,
} from '../../../../tests/builders/pam-bench.ts';

let bench: PamBench;
beforeAll(async () => {
  bench = await startBench();
});
beforeEach(() => {
  bench.preuves.length = 0;
});
afterAll(() => bench.close());

const never = { title: { fr: '', en: '' }, target: 'none', clauses: [], apply: (one: never) => one } as const;
const kinds = (): readonly string[] => bench.preuves.map(({ kind }) => kind);

describe('the receiver', () => {
  it('acknowledges a message AA and records its facts and bytes', async () => {
    const { blocks } = await talk(bench.port, framed(a28));
    expect(blocks[0]).toMatch(/^MSH\|.*\|ACK\^A28\^ACK\|SEGUR-A-\d+\|T\|2\.5\^FRA\^2\.11\|/);
    expect(blocks[0]).toContain('\rMSA|AA|M1\r');
    const [preuve] = bench.preuves;
    expect(preuve?.view).toMatchObject({
      type: 'ADT',
      evenement: 'A28',
      ack: 'AA',
      faults: [],
      patients: [{ ipp: ['42'], ins: [{ matricule: '279035121518989', oid: '1.2.250.1.213.1.4.10' }] }],
    });
    expect(Buffer.from(preuve?.bytes['message'] ?? []).toString()).toBe(a28);
    expect(Buffer.from(preuve?.bytes['ack'] ?? []).toString()).toBe(blocks[0]);
  });

  it('answers several messages of a connection in order', async () => {
    const two = Buffer.concat([framed(a28), framed(a28.replace('|M1|', '|M2|'))]);
    const { blocks } = await talk(bench.port, two, { blocks: 2 });
    expect(blocks.map((block) => /MSA\|AA\|(M\d)/.exec(block)?.[1])).toEqual(['M1', 'M2']);
  });

  it('refuses what is no HL7 with AR, and a message without MSH-10 with AE', async () => {
    expect((await talk(bench.port, framed('coucou'))).blocks[0]).toMatch(/MSA\|AR\|\rERR\|\|\|100\^/);
    expect((await talk(bench.port, framed(a28.replace('|M1|', '||')))).blocks[0]).toMatch(/MSA\|AE\|\r/);
    expect(bench.preuves[0]?.view).toMatchObject({ problem: 'no-msh', type: '' });
  });

  it('records garbage and goes on with the same connection', async () => {
    const { blocks } = await talk(
      bench.port,
      Buffer.concat([Buffer.from('GET / HTTP/1.1\r\n'), framed(a28)]),
    );
    expect(blocks).toHaveLength(1);
    expect(kinds()).toEqual(['pam/garbage', 'pam/message']);
  });

  it('records a block that never ends', async () => {
    await talk(bench.port, framed(a28).subarray(0, 40), { hangUp: true });
    expect(bench.preuves[0]?.view).toEqual({ reason: 'unfinished', length: 40 });
  });

  it('never crashes on any bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), fc.boolean(), async (bytes, block) => {
        await talk(bench.port, block ? framed(Buffer.from(bytes).toString('latin1')) : bytes, {
          hangUp: true,
          ms: 100,
        });
      }),
      { numRuns: 40 },
    );
    expect((await talk(bench.port, framed(a28))).blocks).toHaveLength(1);
  });
});

describe('the faults of the acknowledgement', () => {
  it.each([
    ['ae', ackAe, /MSA\|AE\|M1\rERR\|\|\|207\^[^|]*\|E\|906\r/],
    ['ar', ackAr, /MSA\|AR\|M1\rERR\|\|\|200\^/],
    ['of another message', ackOfOther, /MSA\|AA\|SEGUR-INCONNU\r/],
  ])('%s', async (_name, fault, expected) => {
    bench.arm(fault as never);
    expect((await talk(bench.port, framed(a28))).blocks[0]).toMatch(expected);
    bench.arm(never);
    expect(kinds()).toEqual(['pam/message', 'fault/delivered']);
    expect(bench.preuves[1]?.view).toMatchObject({ target: 'pam/ack', carrier: 'p-1' });
  });

  it('missing, dropped, garbage: no block comes back, and the message is recorded', async () => {
    bench.arm(ackMissing as never);
    expect(await talk(bench.port, framed(a28), { ms: 80 })).toEqual({ blocks: [], noise: 0, closed: false });
    bench.arm(ackDropped as never);
    expect(await talk(bench.port, framed(a28))).toEqual({ blocks: [], noise: 0, closed: true });
    bench.arm(ackGarbage as never);
    expect(await talk(bench.port, framed(a28), { ms: 80 })).toEqual({ blocks: [], noise: 1, closed: false });
    bench.arm(never);
    expect(kinds().filter((kind) => kind === 'pam/message')).toHaveLength(3);
    expect(bench.preuves[0]?.view).not.toHaveProperty('ack');
  });

  it('late: the block comes after the delay', async () => {
    bench.arm(ackLate as never, { delaiMs: 150 });
    const start = performance.now();
    expect((await talk(bench.port, framed(a28))).blocks).toHaveLength(1);
    expect(performance.now() - start).toBeGreaterThan(140);
    bench.arm(never);
  });
});

describe('TLS', () => {
  it('receives over TLS, and survives a client that does not speak it', async () => {
    const secured = await startBench({ tls: true });
    expect(secured.pam.endpoints['mllp']).toMatch(/^mllps:/);
    await talk(secured.port, framed(a28), { ms: 200 });
    const { blocks } = await talk(secured.port, framed(a28), { tls: true, ms: 2000 });
    expect(blocks).toHaveLength(1);
    expect(secured.preuves[0]?.tls?.version).toMatch(/^TLSv1\.[23]$/);
    await secured.close();
  });
});

describe('envoyer', () => {
  const input = { evenement: 'A28', role: 'flux-1', ins: true };

  it('sends a message and records the acknowledgement', async () => {
    const recipient = await startRecipient((socket, received) => {
      const id = /\|(SEGUR-\d+)\|T\|/.exec(received.toString())?.[1] ?? '';
      socket.write(framed(`MSH|^~\\&|||||||ACK^A28^ACK|1|T|2.5\rMSA|AE|${id}\rERR|||207^x|E|903\r`));
    });
    const sender = await startBench({ destinataire: { host: '127.0.0.1', port: recipient.port } });
    expect(await sender.pam.operate('envoyer', input)).toMatchObject({ issue: 'answered', accuse: 'AE' });
    const [preuve] = sender.preuves;
    expect(preuve?.view).toMatchObject({
      evenement: 'A28',
      issue: 'answered',
      ack: { code: 'AE', erreur: '207', erreurApplicative: '903' },
    });
    expect(Buffer.from(preuve?.bytes['sent'] ?? []).toString()).toContain('|ADT^A28^ADT_A05|');
    expect(Buffer.from(preuve?.bytes['message'] ?? []).toString()).toContain('MSA|AE|');
    await Promise.all([sender.close(), recipient.close()]);
  });

  it('tells of a recipient that closes, babbles or is not there', async () => {
    const closing = await startRecipient((socket) => socket.end());
    const babbling = await startRecipient((socket) => socket.end('non'));
    for (const [port, issue] of [
      [closing.port, 'closed'],
      [babbling.port, 'garbage'],
      [1, 'unreachable'],
    ] as const) {
      const sender = await startBench({ destinataire: { host: '127.0.0.1', port } });
      expect(await sender.pam.operate('envoyer', input)).toMatchObject({ issue });
      await sender.close();
    }
    await Promise.all([closing.close(), babbling.close()]);
  });

  it('sends nothing without recipient, and refuses what makes no message', async () => {
    expect(await bench.pam.operate('envoyer', input)).toMatchObject({ issue: 'sans-destinataire' });
    expect(bench.preuves).toEqual([]);
    for (const wrong of [{ evenement: 'A99' }, { role: 'personne' }, { evenement: 'T02', document: 'x' }]) {
      await expect(bench.pam.operate('envoyer', { ...input, ...wrong })).rejects.toThrow(InputError);
    }
    expect(() => bench.pam.operate('autre', {})).toThrow(InputError);
  });
});
