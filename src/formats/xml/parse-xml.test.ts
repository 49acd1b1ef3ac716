import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InputError } from '../../domain/segur-error.ts';
import { attributeValue, childElements } from './find-element.ts';
import { parseXml } from './parse-xml.ts';
import { pathOfNode } from './path-of-node.ts';
import { positionOf } from './source-position.ts';
import { stringValue } from './string-value.ts';
import type { XmlLimits } from './xml-limits.ts';

function refusal(bytes: Uint8Array | string, limits: Partial<XmlLimits> = {}): InputError {
  try {
    parseXml(Buffer.from(bytes), { file: 'a.xml', limits });
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
  throw new Error('accepted');
}

describe('parseXml', () => {
  const text =
    '<?xml version="1.0"?>\n<a xmlns="urn:x" xmlns:p="urn:y">\n  <b p:c="1"/>\n  <b d=\'2\'\n     e="&lt;">t<![CDATA[&]]>u</b>\n</a>';

  it('gives names, values and places', () => {
    const document = parseXml(Buffer.from(text), { file: 'a.xml' });
    const [first, second] = childElements(document.root, 'b');
    expect(document.root).toMatchObject({ name: 'a', namespace: 'urn:x' });
    expect(attributeValue(first!, 'c', 'urn:y')).toBe('1');
    expect(attributeValue(second!, 'e')).toBe('<');
    expect(stringValue(second!)).toBe('t&u');
    expect(second!.children).toHaveLength(1);
    expect(positionOf(second!)).toEqual({ line: 4, column: 3 });
    expect(positionOf(second!.attributes[1]!)).toEqual({ line: 5, column: 6 });
    expect(pathOfNode(second!.attributes[0]!)).toBe('/a[1]/b[2]/@d');
    expect(first!.scope.get('p')).toBe('urn:y');
    expect(document.root.last).toBe(second!.last + 1);
  });

  const bomb = `<?xml version="1.0"?><!-- x --><!DOCTYPE l [<!ENTITY a "aaaaaaaaaa">${Array.from({ length: 9 }, (_, i) => `<!ENTITY a${i} "${`&a${i - 1};`.repeat(10)}">`).join('')}]><l>&a8;</l>`;
  it.each<[string, string | Uint8Array, string, number | undefined, number | undefined]>([
    [
      'an external entity',
      '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>',
      'xml-doctype',
      1,
      1,
    ],
    ['a billion laughs', bomb, 'xml-doctype', 1, 32],
    ['an unknown entity', '<a>\n &x;</a>', 'xml-malformed', 2, undefined],
    ['a document cut short', '<a>\n<b', 'xml-malformed', 2, undefined],
    ['nothing', '', 'xml-malformed', 1, 1],
    ['an unbound prefix', '<p:a/>', 'xml-malformed', 1, undefined],
    ['two attributes of one name', '<a b="1" b="2"/>', 'xml-malformed', 1, undefined],
    [
      'bytes that are no UTF-8',
      Buffer.from([0x3c, 0x61, 0x3e, 0xe9, 0x3c]),
      'xml-undecodable',
      undefined,
      undefined,
    ],
    [
      'an encoding nobody knows',
      '<?xml version="1.0" encoding="klingon"?><a/>',
      'xml-encoding',
      1,
      undefined,
    ],
    [
      'half an UTF-16 unit',
      Buffer.from([0xff, 0xfe, 0x3c, 0x00, 0x61]),
      'xml-undecodable',
      undefined,
      undefined,
    ],
  ])('refuses %s', (_, bytes, code, line, column) => {
    const error = refusal(bytes);
    expect(error.code).toBe(code);
    expect(error.at?.file).toBe('a.xml');
    if (line !== undefined) expect(error.at?.line).toBe(line);
    if (column !== undefined) expect(error.at?.column).toBe(column);
  });

  it('tells the offset of the first byte that cannot be decoded', () => {
    expect(
      refusal(Buffer.concat([Buffer.from('<a>é'), Buffer.from([0xff]), Buffer.from('</a>')])).details,
    ).toMatchObject({ offset: 5 });
    expect(
      refusal(Buffer.from('<?xml version="1.0" encoding="windows-1252"?><a>\x81</a>', 'latin1')).details,
    ).toMatchObject({ offset: 48 });
  });

  it.each<[string, string, Partial<XmlLimits>, string]>([
    ['bytes', '<a>12345</a>', { bytes: 11 }, 'xml-too-large'],
    ['depth', '<a><a><a/></a></a>', { depth: 2 }, 'xml-too-deep'],
    ['nodes', '<a><b/><b/><b/></a>', { nodes: 3 }, 'xml-too-many-nodes'],
    ['attributes', '<a b="" c="" d=""/>', { attributesPerElement: 2 }, 'xml-too-many-attributes'],
  ])('keeps the limit of %s', (_, source, limits, code) => {
    expect(refusal(source, limits).code).toBe(code);
    expect(() => parseXml(Buffer.from(source))).not.toThrow();
  });

  it('refuses deep nesting with an ordinary error, not a stack overflow', () => {
    expect(refusal('<a>'.repeat(300_000)).code).toBe('xml-too-deep');
  });

  it('leaves out indentation only when asked', () => {
    const indented = Buffer.from('<a>\n  <b> x </b>\n</a>');
    expect(stringValue(parseXml(indented).root)).toBe('\n   x \n');
    expect(stringValue(parseXml(indented, { dropBlankText: true }).root)).toBe(' x ');
  });

  it('knows the prefixes in scope, the default one until it is taken away', () => {
    const { root } = parseXml(
      Buffer.from('<a xmlns="u" xmlns:p="v"><b xmlns="" xmlns:q="w"><c xmlns:p="x"/></b></a>'),
    );
    const [b] = childElements(root, 'b', '');
    const [c] = childElements(b!, 'c');
    const bound = (element: typeof root): readonly (readonly [string, string | undefined])[] =>
      [...element.scope.keys()].sort().map((prefix) => [prefix, element.scope.get(prefix)]);
    const xml = ['xml', 'http://www.w3.org/XML/1998/namespace'];
    expect(bound(root)).toEqual([['', 'u'], ['p', 'v'], xml]);
    expect(bound(b!)).toEqual([['p', 'v'], ['q', 'w'], xml]);
    expect(bound(c!)).toEqual([['p', 'x'], ['q', 'w'], xml]);
    expect([b!.namespace, c!.namespace]).toEqual(['', '']);
  });

  it('is not slowed by declarations that repeat', () => {
    const many = Array.from({ length: 200 }, (_, at) => `xmlns:p${at}="u"`).join(' ');
    const deep = Array.from({ length: 100 }, (_, at) => `<a ${many.replaceAll('p', `p${at}x`)}>`);
    const text = `${deep.join('')}${'<b xmlns="v"/>'.repeat(20_000)}${'</a>'.repeat(100)}`;
    const start = performance.now();
    expect(parseXml(Buffer.from(text)).elements).toHaveLength(20_100);
    expect(performance.now() - start).toBeLessThan(4000);
  });

  it('reads one text in each encoding', () => {
    const plain = '<a b="é">œ€</a>'.replace('œ€', 'à');
    const declared = (name: string): string => `<?xml version="1.0" encoding="${name}"?>${plain}`;
    const utf16 = Buffer.from(declared('UTF-16'), 'utf16le');
    const forms = [
      Buffer.from(plain),
      Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(declared('utf-8'))]),
      Buffer.concat([Buffer.from([0xff, 0xfe]), utf16]),
      Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(utf16).swap16()]),
      Buffer.from(declared('ISO-8859-1'), 'latin1'),
      Buffer.from(declared('windows-1252'), 'latin1'),
    ];
    for (const bytes of forms) expect(stringValue(parseXml(bytes).root)).toBe('à');
  });

  it('never fails but with an InputError, whatever the bytes', () => {
    const start = fc.constantFrom('<a>', '<?xml ', '<a b="', '<![CDATA[', '&#', '');
    fc.assert(
      fc.property(start, fc.uint8Array({ maxLength: 200 }), (head, tail) => {
        try {
          parseXml(Buffer.concat([Buffer.from(head), tail]));
        } catch (error) {
          expect(error).toBeInstanceOf(InputError);
        }
      }),
      { numRuns: 500 },
    );
  });
});
