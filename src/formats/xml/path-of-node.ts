import type { XmlChild, XmlNode } from './xml-node.ts';

/**
 * An absolute XPath of local names with the rank of each element among its namesakes:
 * `/ClinicalDocument[1]/recordTarget[1]/patientRole[1]/id[2]/@root`.
 */
export function pathOfNode(node: XmlNode): string {
  if (node.kind === 'document') return '/';
  const above = node.parent.kind === 'document' ? '' : pathOfNode(node.parent);
  switch (node.kind) {
    case 'attribute':
      return `${above}/@${node.prefix === '' ? '' : `${node.prefix}:`}${node.name}`;
    case 'element':
      return `${above}/${node.name}[${rank(node, (other) => other.kind === 'element' && other.name === node.name && other.namespace === node.namespace)}]`;
    case 'text':
      return `${above}/text()[${rank(node, (other) => other.kind === 'text')}]`;
    case 'comment':
      return `${above}/comment()[${rank(node, (other) => other.kind === 'comment')}]`;
    case 'instruction':
      return `${above}/processing-instruction()[${rank(node, (other) => other.kind === 'instruction')}]`;
  }
}

function rank(node: XmlChild, isTwin: (other: XmlChild) => boolean): number {
  let count = 0;
  for (const other of node.parent.children) {
    if (isTwin(other)) count += 1;
    if (other === node) break;
  }
  return count;
}
