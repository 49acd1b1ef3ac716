import { attribute } from '../xml-navigation/navigate.ts';
import type { XmlDocument, XmlElement } from '../xml/xml-node.ts';

/** What a reference designates: nodes of the document of the signature, or the bytes of a file. */
export type SignedContent =
  | { readonly kind: 'nodes'; readonly top: XmlDocument | XmlElement }
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array };

/** Where a URI of the same document leads; an id borne twice leads nowhere, since each reader takes another one. */
export type SameDocument =
  | { readonly kind: 'found'; readonly top: XmlDocument | XmlElement }
  | { readonly kind: 'absent' }
  | { readonly kind: 'ambiguous'; readonly count: number };

const idAttributes = ['Id', 'ID', 'id'];

/** Resolves `''` and `#id` from an element (XML Signature section 4.4.3.3, barename). */
export function sameDocument(from: XmlElement, uri: string): SameDocument {
  const document = documentOf(from);
  if (uri === '') return { kind: 'found', top: document };
  if (!uri.startsWith('#')) return { kind: 'absent' };
  const id = uri.slice(1);
  const found = document.elements.filter((element) =>
    idAttributes.some((name) => attribute(element, name) === id),
  );
  const [only] = found;
  if (only === undefined) return { kind: 'absent' };
  return found.length === 1 ? { kind: 'found', top: only } : { kind: 'ambiguous', count: found.length };
}

function documentOf(element: XmlElement): XmlDocument {
  let top: XmlElement | XmlDocument = element;
  while (top.kind === 'element') top = top.parent;
  return top;
}
