import { internedText } from './interned-text.ts';
import { continuesName, startsName } from './xml-characters.ts';

/** A name as written and its parts; `local` is empty when it is no QName (Namespaces in XML 1.0, [7]). */
export interface XmlName {
  readonly raw: string;
  readonly prefix: string;
  readonly local: string;
}

/** A document has some hundred names, written thousands of times. */
const slots = 2048;
const longestKept = 128;
const kept = new Array<XmlName | undefined>(slots).fill(undefined);

/**
 * The name that starts at an offset, where something that starts a name must stand. Names met again are the same
 * object, and equal to constants of the program at the cost of a pointer: at most one name a slot is kept.
 */
export function readName(source: string, from: number): XmlName {
  let at = from;
  let hash = 0;
  for (let unit = source.charCodeAt(at); continuesName(unit); unit = source.charCodeAt(at)) {
    hash = (Math.imul(hash, 31) + unit) | 0;
    at += 1;
  }
  const length = at - from;
  const slot = (hash ^ (hash >>> 11)) & (slots - 1);
  const known = kept[slot];
  if (known?.raw.length === length && source.startsWith(known.raw, from)) return known;
  const name = splitName(source.slice(from, at));
  if (length <= longestKept) kept[slot] = name;
  return name;
}

function splitName(text: string): XmlName {
  const colon = text.indexOf(':');
  if (colon < 0) {
    const raw = internedText(text);
    return { raw, prefix: '', local: raw };
  }
  const malformed = colon === 0 || colon === text.length - 1 || text.includes(':', colon + 1);
  // A name part must start as a name does: `a:1` is a Name and no QName.
  if (malformed || !startsName(text.charCodeAt(colon + 1)))
    return { raw: internedText(text), prefix: '', local: '' };
  return {
    raw: internedText(text),
    prefix: internedText(text.slice(0, colon)),
    local: internedText(text.slice(colon + 1)),
  };
}
