import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitRelated } from './split-related.ts';

const boundary = 'MIMEBoundary_9f3a';
const type = (start?: string): string =>
  `multipart/related; boundary="${boundary}"; type="application/xop+xml"; start-info="application/soap+xml"` +
  (start === undefined ? '' : `; start="<${start}>"`);

function build(parts: readonly { id: string; bytes: Uint8Array }[], eol = '\r\n'): Buffer {
  const chunks = parts.flatMap(({ id, bytes }) => [
    Buffer.from(
      `--${boundary}${eol}Content-Type: application/octet-stream${eol}Content-Transfer-Encoding: binary${eol}Content-ID: <${id}>${eol}${eol}`,
    ),
    Buffer.from(bytes),
    Buffer.from(eol),
  ]);
  return Buffer.concat([...chunks, Buffer.from(`--${boundary}--${eol}`)]);
}

describe('splitRelated', () => {
  it('gives every part back byte for byte, whatever its bytes', () => {
    const piece = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc.constantFrom(
        Buffer.from('\r\n--'),
        Buffer.from(`--${boundary}x`),
        Buffer.from('\r\n\r\n'),
        Buffer.from(`${boundary}--`),
      ),
    );
    const body = fc.array(piece, { maxLength: 4 }).map((pieces) => Buffer.concat(pieces));
    fc.assert(
      fc.property(fc.array(body, { minLength: 1, maxLength: 5 }), (bodies) => {
        const count = (bytes: Buffer, text: string): number => bytes.toString('latin1').split(text).length;
        fc.pre(bodies.every((bytes) => count(bytes, `--${boundary}`) === count(bytes, `--${boundary}x`)));
        const parts = bodies.map((bytes, index) => ({ id: `p${index}@segur.test`, bytes }));
        const out = splitRelated(build(parts), type());
        expect(out.problems).toEqual([]);
        expect(out.parts.map((part) => [part.contentId, Buffer.from(part.bytes).toString('hex')])).toEqual(
          parts.map((part) => [part.id, Buffer.from(part.bytes).toString('hex')]),
        );
      }),
      { numRuns: 200 },
    );
  });

  it('finds the root by start, and by order without start', () => {
    const parts = [
      { id: 'doc@x', bytes: Buffer.from('a') },
      { id: 'root@x', bytes: Buffer.from('b') },
    ];
    expect(splitRelated(build(parts), type('root@x')).root?.contentId).toBe('root@x');
    expect(splitRelated(build(parts), type()).root?.contentId).toBe('doc@x');
    expect(splitRelated(build(parts), type('nowhere@x')).root).toBeUndefined();
    expect(splitRelated(build(parts, '\n'), type()).parts.length).toBe(2);
  });

  it('says why a body has no part', () => {
    expect(splitRelated(Buffer.from('<soap/>'), 'application/soap+xml').problems[0]?.code).toBe(
      'mime-boundary-missing',
    );
    expect(splitRelated(build([]).subarray(0, 10), type()).problems[0]?.code).toBe('mime-boundary-unclosed');
  });

  it('never throws', () => {
    fc.assert(
      fc.property(
        fc.uint8Array(),
        fc.string(),
        (bytes, contentType) => void splitRelated(bytes, contentType),
      ),
    );
  });
});
