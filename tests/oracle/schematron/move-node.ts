import type { XmlDocument, XmlElement, XmlNode } from '../../../src/formats/xml/xml-node.ts';
import { shifted, type Edit } from './edit-source.ts';

/** The element that says where a node stands: itself, or the one that has it. */
export function ownerOf(node: XmlNode): XmlElement | undefined {
  const owner = node.kind === 'element' || node.kind === 'document' ? node : node.parent;
  return owner.kind === 'document' ? undefined : owner;
}

/** The node of an edited document that stands for a node of the one before, by the new place of its owner. */
export function movedNode(
  node: XmlNode,
  after: XmlDocument,
  offset: number | undefined,
): XmlNode | undefined {
  if (node.kind === 'document') return after;
  const owner = ownerOf(node);
  if (owner === undefined) return undefined;
  const element = offset === undefined ? undefined : elementAt(after, offset);
  if (element === undefined || node.kind === 'element') return element;
  if (node.kind === 'attribute')
    return element.attributes.find((one) => one.name === node.name && one.namespace === node.namespace);
  const rank = owner.children.filter((one) => one.kind === node.kind).findIndex((one) => one === node);
  return element.children.filter((one) => one.kind === node.kind)[rank];
}

/** The node of a document after edits that stands for a node of the one before; undefined when it is gone. */
export function nodeAfter(node: XmlNode, edits: readonly Edit[], after: XmlDocument): XmlNode | undefined {
  const owner = ownerOf(node);
  return movedNode(node, after, owner === undefined ? undefined : shifted(owner.offset, edits));
}

function elementAt({ elements }: XmlDocument, offset: number): XmlElement | undefined {
  let [low, high] = [0, elements.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const one = elements[middle];
    if (one === undefined || one.offset === offset) return one;
    if (one.offset < offset) low = middle + 1;
    else high = middle - 1;
  }
  return undefined;
}
