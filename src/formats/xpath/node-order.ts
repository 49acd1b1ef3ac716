import type { XmlNode } from '../xml/xml-node.ts';
import { documentOf } from './document-index.ts';

/** Order of two nodes: within a document by rank, between documents by age. */
export function compareOrder(a: XmlNode, b: XmlNode): number {
  if (a === b) return 0;
  const [one, other] = [documentOf(a), documentOf(b)];
  return one === other ? a.order - b.order : one.serial - other.serial;
}

/** The nodes in document order, each once; the same array when they already are. */
export function inOrder(nodes: readonly XmlNode[]): readonly XmlNode[] {
  const [first] = nodes;
  if (first === undefined || nodes.length === 1) return nodes;
  if (areOrdered(nodes)) return nodes;
  const sorted = [...nodes].sort(compareOrder);
  return sorted.filter((node, at) => node !== sorted[at - 1]);
}

function areOrdered(nodes: readonly XmlNode[]): boolean {
  const [first] = nodes;
  if (first === undefined) return true;
  const document = documentOf(first);
  let before = -1;
  for (const node of nodes) {
    if (node.order <= before) return false;
    before = node.order;
  }
  return nodes.every((node) => documentOf(node) === document);
}
