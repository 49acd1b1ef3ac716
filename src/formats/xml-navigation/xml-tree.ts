import { SegurError } from '../../domain/segur-error.ts';
import { parseXml } from '../xml/parse-xml.ts';
import type { XmlElement as Element } from '../xml/xml-node.ts';

/** An element of the placed tree, as readers of messages walk it. */
export type XmlElement = Element;

/** The root element, or why there is none, with its place. */
export type XmlReading =
  | { readonly kind: 'tree'; readonly root: XmlElement }
  | { readonly kind: 'problem'; readonly message: string };

/** Parses XML met inside of another file, where a fault is the vendor's and must not stop the reading. Never throws for bad input. */
export function parseTree(bytes: Uint8Array, file = ''): XmlReading {
  try {
    return { kind: 'tree', root: parseXml(bytes, { file: file === '' ? 'document.xml' : file }).root };
  } catch (error) {
    if (!(error instanceof SegurError)) throw error;
    const place = error.at?.line === undefined ? '' : ` (${error.at.line}:${error.at.column ?? 1})`;
    return { kind: 'problem', message: `${error.message}${place}` };
  }
}
