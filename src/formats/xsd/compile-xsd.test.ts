import { describe, expect, it } from 'vitest';
import { parseXml } from '../xml/parse-xml.ts';
import { compileXsd, type XsdFiles } from './compile-xsd.ts';

const xs = 'xmlns:xs="http://www.w3.org/2001/XMLSchema"';
const texts: Readonly<Record<string, string>> = {
  'x/main.xsd': `<xs:schema ${xs}><xs:include schemaLocation="../Y/types.xsd"/><xs:element name="a"><xs:complexType><xs:sequence><xs:element name="b" type="small" maxOccurs="unbounded"/></xs:sequence></xs:complexType></xs:element></xs:schema>`,
  'y/types.xsd': `<xs:schema ${xs}><xs:simpleType name="small"><xs:restriction base="xs:int"><xs:maxInclusive value="9"/></xs:restriction></xs:simpleType></xs:schema>`,
};

function filesOf(main: string): XsdFiles {
  const lower = new Map(Object.keys(texts).map((path) => [path.toLowerCase(), path]));
  return {
    main,
    resolve: (_, address) => lower.get(address.toLowerCase()),
    read: (path) => Buffer.from(texts[path] ?? ''),
  };
}

describe('compileXsd', () => {
  it('validates by includes of any letter case, and says where', async () => {
    const schema = await compileXsd(filesOf('x/main.xsd'));
    try {
      const validate = (text: string): ReturnType<typeof schema.validate> =>
        schema.validate(parseXml(Buffer.from(text, 'latin1')));
      expect(validate('<a><b>1</b></a>')).toEqual([]);
      expect(
        validate('<?xml version="1.0" encoding="ISO-8859-1"?>\n<a>\n<b>1</b>\n<b>é</b><c/></a>'),
      ).toEqual([
        expect.objectContaining({ line: 4, path: '/a/b[2]' }),
        expect.objectContaining({ line: 4, path: '/a/c' }),
      ]);
    } finally {
      schema.dispose();
    }
  });

  it('refuses a schema that does not compile', async () => {
    await expect(compileXsd(filesOf('none.xsd'))).rejects.toMatchObject({ code: 'xsd-invalid' });
  });
});
