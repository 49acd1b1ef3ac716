import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeBase64 } from './decode-base64.ts';

describe('decodeBase64', () => {
  it('gives back any bytes, white space or not', () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.nat(60), (bytes, at) => {
        const text = Buffer.from(bytes).toString('base64');
        const folded = `${text.slice(0, at)}\r\n ${text.slice(at)}`;
        for (const form of [text, folded]) {
          const out = decodeBase64(form);
          expect(out.kind === 'bytes' ? Buffer.from(out.bytes).toString('hex') : out).toBe(
            Buffer.from(bytes).toString('hex'),
          );
        }
      }),
    );
  });

  it.each([
    ['YWJj*', 'alphabet', 4],
    ['YWJ', 'length', 3],
    ['YW==YWJj', 'padding', 2],
    ['YWJj====', 'padding', 4],
  ])('refuses %j', (text, reason, index) => {
    expect(decodeBase64(text)).toEqual({ kind: 'invalid', reason, index });
  });

  it('stays linear on a large hostile text', () => {
    const started = performance.now();
    decodeBase64(`${' A\n'.repeat(1_000_000)}*`);
    decodeBase64(`${'='.repeat(3_000_000)}A`);
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});
