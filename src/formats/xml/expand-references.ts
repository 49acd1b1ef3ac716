import { malformedXml, type XmlPlace } from './malformed-xml.ts';
import { continuesName, isXmlCharacter, startsName } from './xml-characters.ts';

const predefined: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', apos: "'", quot: '"' };

/**
 * Character data with line ends normalised (XML 1.0, 2.11) and references replaced. `raw` starts at `offset` in the
 * source. Throws `xml-malformed`.
 */
export function expandText(raw: string, place: XmlPlace, offset: number): string {
  return raw.includes('&') ? expand(raw, place, offset, normaliseLineEnds) : normaliseLineEnds(raw);
}

/** The value of an attribute, normalised as CDATA (XML 1.0, 3.3.3): white space is spaces, unless by reference. */
export function expandValue(raw: string, place: XmlPlace, offset: number): string {
  return expand(raw, place, offset, (text) => text.replace(/\r\n|[\r\n\t]/g, ' '));
}

/** Line ends as a parser gives them (XML 1.0, 2.11). */
export function normaliseLineEnds(text: string): string {
  const first = text.indexOf('\r');
  if (first < 0) return text;
  // Most texts are the end of one line and the indentation of the next.
  if (first === 0 && text.charCodeAt(1) === 0x0a && !text.includes('\r', 1)) return text.slice(1);
  return text.replace(/\r\n?/g, '\n');
}

function expand(raw: string, place: XmlPlace, offset: number, literal: (text: string) => string): string {
  let text = '';
  let at = 0;
  for (let amp = raw.indexOf('&'); amp >= 0; amp = raw.indexOf('&', at)) {
    text += literal(raw.slice(at, amp));
    const end = raw.indexOf(';', amp);
    const name = end < 0 ? '' : raw.slice(amp + 1, end);
    text += name.startsWith('#') ? character(place, offset + amp, name) : entity(place, offset + amp, name);
    at = end + 1;
  }
  return text + literal(raw.slice(at));
}

/** XML 1.0 [66] and its constraint "Legal Character". */
function character(place: XmlPlace, at: number, name: string): string {
  const code = /^#x[0-9a-fA-F]+$/.test(name)
    ? Number.parseInt(name.slice(2), 16)
    : /^#[0-9]+$/.test(name)
      ? Number.parseInt(name.slice(1), 10)
      : undefined;
  if (code === undefined) throw malformedXml(place, at, 'reference');
  if (isXmlCharacter(code)) return String.fromCodePoint(code);
  throw malformedXml(place, at, 'reference-to-nothing', { reference: `&${shortened(name)};` });
}

/** Without a DTD, five entities exist (XML 1.0, 4.6). */
function entity(place: XmlPlace, at: number, name: string): string {
  const text = Object.hasOwn(predefined, name) ? predefined[name] : undefined;
  if (text !== undefined) return text;
  if (!isName(name)) throw malformedXml(place, at, 'reference');
  throw malformedXml(place, at, 'unknown-entity', { name: shortened(name) });
}

function isName(text: string): boolean {
  if (!startsName(text.charCodeAt(0))) return false;
  for (let at = 1; at < text.length; at += 1) if (!continuesName(text.charCodeAt(at))) return false;
  return true;
}

function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
