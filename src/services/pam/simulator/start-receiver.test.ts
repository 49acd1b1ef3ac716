import { expect, it } from 'vitest';
import type { Preuve, PreuveDraft } from '../../../domain/preuve.ts';
import { BenchError } from '../../../domain/segur-error.ts';
import { a28, framed, talk } from '../../../../tests/builders/pam-bench.ts';
import { startReceiver, type MllpReceiverOptions } from './start-receiver.ts';

const views: unknown[] = [];
const options: MllpReceiverOptions = {
  host: '127.0.0.1',
  port: 0,
  recorder: {
    record<V>(draft: PreuveDraft<V>): Preuve<V> {
      views.push(draft.view);
      return { ...draft, id: 'p', at: 0, raw: {} };
    },
    secret: () => undefined,
  },
  handler: () => ({ bytes: framed('ok'), sent: () => undefined }),
};

it('closes a connection whose message is over the limit, and still serves others', async () => {
  const receiver = await startReceiver({ ...options, maxBytes: 1000 });
  expect((await talk(receiver.port, framed('x'.repeat(5000)))).closed).toBe(true);
  expect(views).toContainEqual({ reason: 'too-large', length: 1000 });
  expect((await talk(receiver.port, framed(a28))).blocks).toEqual(['ok']);
  await receiver.close();
});

it('closes a connection that keeps silent, half a block included', async () => {
  const receiver = await startReceiver({ ...options, idleMs: 60 });
  expect((await talk(receiver.port, new Uint8Array(), { ms: 2000 })).closed).toBe(true);
  expect((await talk(receiver.port, framed(a28).subarray(0, 9), { ms: 2000 })).closed).toBe(true);
  await receiver.close();
});

it('takes a message of 50 MiB', async () => {
  const receiver = await startReceiver(options);
  const large = framed(`${a28}OBX|1|ED|||${'A'.repeat(49 * 1024 * 1024)}`);
  expect((await talk(receiver.port, large, { ms: 20_000 })).blocks).toEqual(['ok']);
  await receiver.close();
}, 30_000);

it('keeps going when handling one message fails, and says so when it closes', async () => {
  let first = true;
  const receiver = await startReceiver({
    ...options,
    handler: (bytes) => {
      if (!first) return options.handler(bytes);
      first = false;
      throw new Error('the store is full');
    },
  });
  expect((await talk(receiver.port, framed(a28))).closed).toBe(true);
  expect((await talk(receiver.port, framed(a28))).blocks).toEqual(['ok']);
  await expect(receiver.close()).rejects.toThrow(BenchError);
});

it('says when the port is taken', async () => {
  const receiver = await startReceiver(options);
  await expect(startReceiver({ ...options, port: receiver.port })).rejects.toThrow(BenchError);
  await receiver.close();
});
