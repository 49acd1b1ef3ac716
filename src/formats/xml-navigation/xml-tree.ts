import { SaxesParser } from 'saxes';
import { decodeCharset } from '../mime/decode-charset.ts';

/** An element as parsed, with its place; text and children in order. */
export interface XmlElement {
  readonly name: string;
  readonly namespace: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly content: readonly (XmlElement | string)[];
  readonly parent: XmlElement | undefined;
  readonly line: number;
  readonly column: number;
}

/** The tree, or why there is none. */
export type XmlReading =
  | { readonly kind: 'tree'; readonly root: XmlElement }
  | { readonly kind: 'problem'; readonly message: string };

interface Building {
  readonly name: string;
  readonly namespace: string;
  readonly attributes: Map<string, string>;
  readonly content: (XmlElement | string)[];
  readonly parent: XmlElement | undefined;
  readonly line: number;
  readonly column: number;
}

const MAX_DEPTH = 512;

/**
 * Parses XML into a tree with places, in the charset that the bytes declare. A document with a DOCTYPE is
 * refused before any entity could be read, as is one nested deeper than 512 elements. Never throws.
 */
export function parseTree(bytes: Uint8Array): XmlReading {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parser = new SaxesParser({ xmlns: true, position: true });
  const stack: Building[] = [];
  let root: Building | undefined;
  let problem: string | undefined;
  let line = 1;
  let column = 1;
  parser.on('doctype', () => (problem ??= 'a DOCTYPE is not accepted'));
  parser.on('error', (error) => (problem ??= error.message));
  parser.on('opentagstart', () => {
    line = parser.line;
    column = parser.column;
  });
  parser.on('opentag', (tag) => {
    if (stack.length >= MAX_DEPTH) throw new Error(`nested deeper than ${MAX_DEPTH} elements`);
    const parent = stack.at(-1);
    const element: Building = {
      name: tag.local,
      namespace: tag.uri,
      attributes: new Map(Object.values(tag.attributes).map((a) => [a.name, a.value])),
      content: [],
      parent,
      line,
      column,
    };
    if (parent === undefined) root ??= element;
    else parent.content.push(element);
    stack.push(element);
  });
  parser.on('closetag', () => void stack.pop());
  const text = (t: string): void => void stack.at(-1)?.content.push(t);
  parser.on('text', text);
  parser.on('cdata', text);
  try {
    parser.write(decodeXml(buffer)).close();
  } catch (error) {
    problem ??= error instanceof Error ? error.message : 'unreadable';
  }
  if (problem !== undefined || root === undefined)
    return { kind: 'problem', message: problem ?? 'no root element' };
  return { kind: 'tree', root };
}

/** The byte order mark, then the declaration, then UTF-8 (XML 1.0, appendix F). */
function decodeXml(buffer: Buffer): string {
  if (buffer[0] === 0xff && buffer[1] === 0xfe) return decodeCharset(buffer, 'utf-16le');
  if (buffer[0] === 0xfe && buffer[1] === 0xff) return decodeCharset(buffer, 'utf-16be');
  const declared = /^<\?xml[^>]*encoding=["']([\w-]+)["']/.exec(buffer.toString('latin1', 0, 200))?.[1];
  return decodeCharset(buffer, declared ?? 'utf-8');
}
