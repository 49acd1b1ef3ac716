import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMllpDecoder, frameMllp, type MllpEvent } from './mllp.ts';

const content = fc
  .uint8Array({ maxLength: 60 })
  .filter((bytes) => !bytes.includes(0x0b) && !bytes.includes(0x1c));

function decode(stream: Uint8Array, sizes: readonly number[], limit?: number): MllpEvent[] {
  const decoder = createMllpDecoder(limit);
  const events: MllpEvent[] = [];
  let at = 0;
  for (let turn = 0; at < stream.length; turn += 1) {
    const size = sizes[turn % sizes.length] ?? 1;
    events.push(...decoder.push(stream.subarray(at, at + size)));
    at += size;
  }
  return [...events, ...decoder.finish()];
}

describe('MLLP', () => {
  const sizes = fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 6 });
  it('gives the messages framed, however the stream is cut', () => {
    fc.assert(
      fc.property(fc.array(content, { maxLength: 5 }), sizes, (messages, cuts) => {
        const events = decode(Buffer.concat(messages.map(frameMllp)), cuts);
        expect(events.map((event) => (event.kind === 'message' ? [...event.bytes] : event))).toEqual(
          messages.map((message) => [...message]),
        );
      }),
    );
  });
  it('accounts for every byte of any stream', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), sizes, (stream, cuts) => {
        const total = decode(stream, cuts).reduce((sum, event) => {
          if (event.kind === 'message') return sum + event.bytes.length + 3;
          return event.kind === 'garbage' ? sum + event.length : sum;
        }, 0);
        expect(total).toBe(stream.length);
      }),
    );
  });
  it('keeps a lone FS in the content', () => {
    expect(decode(Buffer.from('\x0ba\x1cb\x1c\r', 'latin1'), [1])).toEqual([
      { kind: 'message', bytes: Buffer.from('a\x1cb', 'latin1') },
    ]);
  });
  it('tells garbage around, between and inside', () => {
    expect(decode(Buffer.from('GET / HTTP/1.1\r\n\x0ba\x0bbc\x1c\r\n\x0bd', 'latin1'), [1_000])).toEqual([
      { kind: 'garbage', length: 16, reason: 'outside' },
      { kind: 'garbage', length: 2, reason: 'restarted' },
      { kind: 'message', bytes: Buffer.from('bc') },
      { kind: 'garbage', length: 1, reason: 'outside' },
      { kind: 'garbage', length: 2, reason: 'unfinished' },
    ]);
  });
  it('refuses a block over the limit and then stays silent', () => {
    const decoder = createMllpDecoder(1_000);
    const events = Array.from({ length: 5_000 }, (_, turn) =>
      decoder.push(Buffer.from(turn === 0 ? '\x0bxxxxxxxxxx' : 'xxxxxxxxxx')),
    ).flat();
    expect(events).toEqual([{ kind: 'too-large', limit: 1_000 }]);
    expect(decoder.push(frameMllp(Buffer.from('late')))).toEqual([]);
    expect(decoder.finish()).toEqual([]);
  });
});
