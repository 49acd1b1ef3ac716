import type { XmlDocument, XmlElement, XmlNode } from '../xml/xml-node.ts';
import type { PatternSelector } from '../xpath/compile-pattern.ts';
import type { DocumentIndex } from '../xpath/document-index.ts';

const none: readonly never[] = [];

/** A document and its index. */
export interface IndexedDocument {
  readonly document: XmlDocument;
  readonly index: DocumentIndex;
}

/** The nodes of a document that a rule context may match, in document order, found by index where it can be. */
export function ruleCandidates(
  { document, index }: IndexedDocument,
  selector: PatternSelector,
): readonly XmlNode[] {
  for (const name of selector.through) if (index.byName(name).length === 0) return none;
  switch (selector.kind) {
    case 'document':
      return [document];
    case 'element':
      return elementCandidates({ document, index }, selector);
    case 'attribute':
      return document.elements.flatMap((element) =>
        element.attributes.filter((a) => selector.local === '*' || a.name === selector.local),
      );
    case 'text':
      return document.elements.flatMap((element) =>
        element.children.filter((child) => child.kind === 'text'),
      );
    case 'any':
      return [
        document,
        ...document.elements.flatMap((element): readonly XmlNode[] => [
          element,
          ...element.attributes,
          ...element.children.filter((child) => child.kind !== 'element'),
        ]),
      ].sort((a, b) => a.order - b.order);
  }
}

function elementCandidates(
  { document, index }: IndexedDocument,
  selector: PatternSelector,
): readonly XmlElement[] {
  const { childAttribute, local } = selector;
  if (childAttribute === undefined) {
    if (local !== '*') return index.byName(local);
    if (selector.parent === undefined) return document.elements;
    return index
      .byName(selector.parent)
      .flatMap((parent) => parent.children.filter((child) => child.kind === 'element'));
  }
  const { child, namespace, key, value } = childAttribute;
  const parents: XmlElement[] = [];
  for (const { parent } of index.byValue(child, namespace, key, value))
    if (parent.kind === 'element' && (local === '*' || parent.name === local) && parents.at(-1) !== parent)
      parents.push(parent);
  return parents.length < 2 ? parents : [...new Set(parents)].sort((a, b) => a.order - b.order);
}
