import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildHl7, type Hl7Field } from './build-hl7.ts';
import { parseHl7Address } from './hl7-address.ts';
import { charsetFault, decodeHl7Text, encodeHl7Text } from './hl7-charset.ts';
import { escapeHl7, unescapeHl7 } from './hl7-escape.ts';
import type { Hl7File } from './hl7-message.ts';
import { valueAt } from './hl7-value.ts';
import { readHl7, writeHl7 } from './read-hl7.ts';

function read(bytes: Uint8Array): Hl7File {
  const reading = readHl7(bytes);
  if (reading.kind === 'problem') throw new Error(reading.message);
  return reading.file;
}

const text = (lines: readonly string[], end = '\r'): Buffer => Buffer.from(lines.join(end) + end, 'utf8');
const msh = 'MSH|^~\\&|A|B|C|D|20260101||ADT^A28^ADT_A05|1|P|2.5^FRA^2.11|||||FRA|UNICODE UTF-8';
const delimiters = { field: '|', component: '^', repetition: '~', escape: '\\', subcomponent: '&' };

describe('reading', () => {
  it('gives back every byte, whatever the ends of segments and the bytes between', () => {
    const piece = fc.stringMatching(/^[A-Za-z0-9|^~\\& ]{0,30}$/);
    const byte = fc.uint8Array({ maxLength: 40 });
    fc.assert(
      fc.property(
        fc.constantFrom('', '\x0b', '\r\n', '\xef\xbb\xbf'),
        fc.array(fc.tuple(piece, byte, fc.constantFrom('\r', '\n', '\r\n', '\r\r', '\x1c\r')), {
          maxLength: 8,
        }),
        (prefix, rest) => {
          const bytes = Buffer.concat([
            Buffer.from(`${prefix}${msh}\r`, 'latin1'),
            ...rest.flatMap(([one, raw, end]) => [Buffer.from(one), raw, Buffer.from(end, 'latin1')]),
          ]);
          const reading = readHl7(bytes);
          // Random bytes may start a second MSH, which is then refused: never lost.
          if (reading.kind === 'read') expect(Buffer.from(writeHl7(reading.file)).equals(bytes)).toBe(true);
        },
      ),
    );
  });
  it('never throws', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) =>
        ['read', 'problem'].includes(readHl7(bytes).kind),
      ),
    );
  });
  it('reads back a tree that it wrote, whatever the texts', () => {
    const leaf = fc
      .string({ unit: 'grapheme', maxLength: 8 })
      .filter((one) => one !== '' && !one.includes('\u0000'));
    const field = fc.array(fc.array(leaf, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(fc.array(field, { minLength: 1, maxLength: 4 }), (fields) => {
        const head: [string, ...Hl7Field[]] = [
          'MSH',
          ...Array.from({ length: 15 }, () => ''),
          'UNICODE UTF-8',
        ];
        const [message] = read(buildHl7([head, ['ZXX', ...fields]])).messages;
        fields.forEach((repetitions, f) => {
          repetitions.forEach((components, r) => {
            components.forEach((value, c) => {
              expect(valueAt(message!, `ZXX-${f + 1}[${r + 1}].${c + 1}`)).toBe(value);
            });
          });
        });
      }),
    );
  });
  it('addresses repetitions, components, sub-components and occurrences', () => {
    const [message] = read(
      text([msh, 'PID|||1^^^X&9&N^PI~2^^^Y&1.2&ISO^INS', 'OBX|1||A', 'OBX|2||B\\T\\C']),
    ).messages;
    expect(valueAt(message!, 'PID-3[2].4.2')).toBe('1.2');
    expect(valueAt(message!, 'PID-3.4')).toBe('X&9&N');
    expect(valueAt(message!, 'OBX(2)-3')).toBe('B&C');
    expect(valueAt(message!, 'MSH-9.3')).toBe('ADT_A05');
    expect(valueAt(message!, 'MSH-2')).toBe('^~\\&');
    expect(valueAt(message!, 'PV1-2')).toBe('');
    expect(parseHl7Address('PID-0')).toBeUndefined();
    expect(() => valueAt(message!, 'nowhere')).toThrow(RangeError);
  });
  it('gives lines and bytes, batches and strays', () => {
    const bytes = text(['FHS|^~\\&', msh, 'PID|1', 'a line that is no segment', msh, 'FTS|1'], '\r\n');
    const file = read(bytes);
    expect(file.messages).toHaveLength(2);
    expect(file.strays).toMatchObject([{ line: 4 }]);
    const pid = file.messages[0]!.segments[1]!;
    expect(bytes.subarray(pid.bytes[0], pid.bytes[1]).toString()).toBe('PID|1');
    expect(pid.line).toBe(3);
  });
  it.each([
    ['too-large', Buffer.alloc(50 * 1024 * 1024, 'A')],
    ['too-many-segments', Buffer.from(`${msh}\r${'A\r'.repeat(30_000)}`)],
    ['utf-16', Buffer.from(`\ufeff${msh}`, 'utf16le')],
    ['no-msh', Buffer.from('PID|1\r')],
    ['no-msh', Buffer.alloc(0)],
    ['bad-delimiters', Buffer.from('MSH|^~')],
    ['bad-delimiters', Buffer.from('MSH||||\r')],
    ['bad-delimiters', Buffer.from('MSHAZERTY\r')],
  ])('refuses %s', (code, bytes) => {
    expect(readHl7(bytes)).toMatchObject({ kind: 'problem', code });
  });
});

describe('escape sequences', () => {
  it('are undone, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (value) => {
        const escaped = escapeHl7(value, delimiters);
        expect(unescapeHl7(escaped, delimiters)).toBe(value);
        expect(escaped).not.toMatch(/[|^~&\r\n]/);
      }),
    );
  });
  it.each([
    ['a\\.br\\b', 'a\nb'],
    ['\\H\\gras\\N\\', 'gras'],
    ['\\XE9\\', 'é'],
    ['\\Z1\\ reste', '\\Z1\\ reste'],
    ['fin\\', 'fin\\'],
    ['\\Q\\T\\', '\\Q&'],
  ])('%j is %j', (escaped, value) => {
    expect(unescapeHl7(escaped, delimiters)).toBe(value);
  });
});

describe('charsets', () => {
  it.each(['UNICODE UTF-8', '8859/1', '8859/15'])('%s keeps accents', (charset) => {
    const encoded = encodeHl7Text('Réault, médicale, ça', charset);
    expect(decodeHl7Text(encoded!, charset)).toBe('Réault, médicale, ça');
    expect(charsetFault(encoded!, charset)).toBeUndefined();
  });
  it('refuses a character that the charset lacks', () => {
    expect(encodeHl7Text('€', '8859/1')).toBeUndefined();
    expect(encodeHl7Text('œ€', '8859/15')).toHaveLength(2);
    expect(encodeHl7Text('é', 'ASCII')).toBeUndefined();
    expect(() => buildHl7([['MSH', 'é']])).toThrow(RangeError);
  });
  it.each([
    ['not-utf-8', 'UNICODE UTF-8', 'm\xe9dical', 1],
    ['not-ascii', '', 'm\xe9dical', 1],
    ['is-utf-8', '8859/15', 'm\xc3\xa9dical', 1],
    ['control-character', '8859/1', 'l\x92\xe9t\xe9', 1],
    ['unknown-charset', 'KLINGON', 'x', 0],
  ])('sees %s under %j', (kind, charset, bytes, offset) => {
    expect(charsetFault(bytes, charset)).toEqual({ kind, offset });
  });
});

const samples = process.env['SEGUR_ANS_DIR'];

describe.skipIf(samples === undefined)('official samples (SEGUR_ANS_DIR)', () => {
  const folder = join(samples ?? '', 'hl7v2');
  const files =
    samples === undefined
      ? []
      : readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
          /\.(er7|hl7)$/.test(name),
        );
  it('are there', () => {
    expect(files.length).toBeGreaterThan(8);
  });
  it.each(files)('%s is read without a loss', (name) => {
    const bytes = readFileSync(join(folder, name));
    const file = read(bytes);
    expect(Buffer.from(writeHl7(file)).equals(bytes)).toBe(true);
    expect(file.strays).toEqual([]);
    expect(file.messages).toHaveLength(1);
  });
});
