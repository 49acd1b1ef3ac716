import { malformedXml, type XmlPlace } from './malformed-xml.ts';

interface Part {
  readonly form: RegExp;
  readonly expected: string;
  /** A part that is absent is none at all: the next is tried at the same place. */
  readonly opening: RegExp;
}

const s = '[ \\t\\r\\n]';
const part = (name: string, value: string, expected: string): Part => ({
  form: new RegExp(`${s}+${name}${s}*=${s}*(?:"${value}"|'${value}')`, 'y'),
  opening: new RegExp(`${s}+${name}`, 'y'),
  expected,
});

/** XML 1.0 [23] to [26], [32], [80] and [81]. Any version 1.x is read as 1.0 is (section 2.8). */
const version = part('version', '1\\.[0-9]+', 'version="1.0"');
const optional = [
  part('encoding', '[A-Za-z][A-Za-z0-9._-]*', 'encoding="UTF-8"'),
  part('standalone', '(?:yes|no)', 'standalone="yes"'),
];
const end = new RegExp(`${s}*\\?>`, 'y');

/** Offset after the XML declaration; 0 without one. Throws InputError `xml-malformed` where it is wrong. */
export function readXmlDeclaration(place: XmlPlace): number {
  const { source } = place;
  if (!/^<\?xml[ \t\r\n?]/.test(source)) return 0;
  let at = after(version.form, source, 5);
  if (at === undefined) throw malformedXml(place, 5, 'declaration', { expected: version.expected });
  for (const { form, opening, expected } of optional) {
    const next = after(form, source, at);
    if (next === undefined && after(opening, source, at) !== undefined)
      throw malformedXml(place, at, 'declaration', { expected });
    at = next ?? at;
  }
  const stop = after(end, source, at);
  if (stop === undefined) throw malformedXml(place, at, 'declaration', { expected: '?>' });
  return stop;
}

function after(form: RegExp, source: string, at: number): number | undefined {
  form.lastIndex = at;
  return form.test(source) ? form.lastIndex : undefined;
}
