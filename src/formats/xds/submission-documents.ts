import { decodeBase64 } from '../base64/decode-base64.ts';
import { attribute, elementsOf, textOf } from '../xml-navigation/navigate.ts';
import type { XmlElement } from '../xml/xml-node.ts';

const XDSB = 'urn:ihe:iti:xds-b:2007';
const XOP = 'http://www.w3.org/2004/08/xop/include';

/**
 * Content of each `xdsb:Document` of an ITI-41 message by id: inline base64, or the part that its
 * `xop:Include` names. A document whose content cannot be had is absent from the map.
 */
export function submissionDocuments(
  root: XmlElement,
  partOf: (contentId: string) => Uint8Array | undefined,
): ReadonlyMap<string, Uint8Array> {
  const found = new Map<string, Uint8Array>();
  const queue: XmlElement[] = [root];
  for (let index = 0; index < queue.length; index += 1) {
    const element = queue[index];
    if (element === undefined) break;
    if (element.name !== 'Document' || element.namespace !== XDSB) {
      queue.push(...elementsOf(element));
      continue;
    }
    const bytes = contentOf(element, partOf);
    if (bytes !== undefined) found.set(attribute(element, 'id') ?? '', bytes);
  }
  return found;
}

/** True when an element holds the request that feeds documents (ITI-41), and not metadata alone. */
export function providesDocuments(root: XmlElement): boolean {
  const queue: XmlElement[] = [root];
  for (let index = 0; index < queue.length; index += 1) {
    const element = queue[index];
    if (element === undefined) break;
    if (element.namespace === XDSB && element.name === 'ProvideAndRegisterDocumentSetRequest') return true;
    // It stands in the body of an envelope, never deeper.
    if (element === root || element.parent === root) queue.push(...elementsOf(element));
  }
  return false;
}

function contentOf(
  document: XmlElement,
  partOf: (contentId: string) => Uint8Array | undefined,
): Uint8Array | undefined {
  const include = elementsOf(document).find(
    (element) => element.name === 'Include' && element.namespace === XOP,
  );
  if (include !== undefined) {
    const href = attribute(include, 'href') ?? '';
    return href.startsWith('cid:') ? partOf(decodeContentId(href.slice(4))) : undefined;
  }
  const decoding = decodeBase64(textOf(document));
  return decoding.kind === 'bytes' ? decoding.bytes : undefined;
}

/** RFC 2392: a cid URL is percent-encoded. */
function decodeContentId(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
