import { decodeBase64 } from '../base64/decode-base64.ts';
import { attribute, elementsOf, placeOf, textOf, type ElementPlace } from '../xml-navigation/navigate.ts';
import type { XmlElement } from '../xml/xml-node.ts';

const XDSB = 'urn:ihe:iti:xds-b:2007';
const XOP = 'http://www.w3.org/2004/08/xop/include';

/** The content of one document of an ITI-41 message. */
export interface SubmittedDocument {
  /** Id of the entry that describes it. */
  readonly id: string;
  /** `attached` is a part of the package, `absent` a part that is not there or base64 that cannot be decoded. */
  readonly how: 'inline' | 'attached' | 'absent';
  /** Undefined when absent. */
  readonly bytes: Uint8Array | undefined;
  /** The part that it names; undefined for inline content. */
  readonly href: string | undefined;
  readonly at: ElementPlace;
}

/** Content of each `xdsb:Document` of an ITI-41 message: inline base64, or the part that its `xop:Include` names. */
export function submissionDocuments(
  root: XmlElement,
  partOf: (contentId: string) => Uint8Array | undefined,
): readonly SubmittedDocument[] {
  const found: SubmittedDocument[] = [];
  const queue: XmlElement[] = [root];
  for (let index = 0; index < queue.length; index += 1) {
    const element = queue[index];
    if (element === undefined) break;
    if (element.name === 'Document' && element.namespace === XDSB) found.push(contentOf(element, partOf));
    else queue.push(...elementsOf(element));
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
): SubmittedDocument {
  const place = { id: attribute(document, 'id') ?? '', at: placeOf(document) };
  const include = elementsOf(document).find(
    (element) => element.name === 'Include' && element.namespace === XOP,
  );
  if (include === undefined) {
    const decoding = decodeBase64(textOf(document));
    return decoding.kind === 'bytes'
      ? { ...place, how: 'inline', bytes: decoding.bytes, href: undefined }
      : { ...place, how: 'absent', bytes: undefined, href: undefined };
  }
  const href = attribute(include, 'href') ?? '';
  const bytes = href.startsWith('cid:') ? partOf(decodeContentId(href.slice(4))) : undefined;
  return { ...place, how: bytes === undefined ? 'absent' : 'attached', bytes, href };
}

/** RFC 2392: a cid URL is percent-encoded. */
function decodeContentId(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
