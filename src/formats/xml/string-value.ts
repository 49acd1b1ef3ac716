import type { XmlNode } from './xml-node.ts';

/** The XDM string value: of an element or a document, all text inside in order. */
export function stringValue(node: XmlNode): string {
  if (node.kind !== 'element' && node.kind !== 'document') return node.value;
  const [only] = node.children;
  if (only === undefined) return '';
  if (node.children.length === 1 && only.kind === 'text') return only.value;
  let text = '';
  for (const child of node.children) {
    if (child.kind === 'text') text += child.value;
    else if (child.kind === 'element') text += stringValue(child);
  }
  return text;
}
