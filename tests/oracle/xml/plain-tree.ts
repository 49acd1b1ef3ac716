import type { XmlChild, XmlDocument } from '../../../src/formats/xml/xml-node.ts';
import type { PlainNode } from './saxes-tree.ts';

/** The content of one of our documents in plain data. */
export function plainTree(document: XmlDocument): readonly PlainNode[] {
  return document.children.map(plain);
}

function plain(node: XmlChild): PlainNode {
  switch (node.kind) {
    case 'element':
      return {
        k: 'element',
        name: `{${node.namespace}}${node.prefix}:${node.name}`,
        attributes: node.attributes.map((one) => `{${one.namespace}}${one.prefix}:${one.name}=${one.value}`),
        children: node.children.map(plain),
      };
    case 'instruction':
      return { k: 'instruction', name: node.name, value: node.value };
    case 'text':
    case 'comment':
      return { k: node.kind, value: node.value };
  }
}

/** What the tree promises of itself: ranks in document order, parents, places that show the name in the source. */
export function brokenPromises({ source, elements, children, ...document }: XmlDocument): readonly string[] {
  const broken: string[] = [];
  let order = 0;
  const seen: unknown[] = [];
  const walk = (node: XmlChild): void => {
    if (node.order !== (order += 1)) broken.push(`order ${node.order} of ${node.kind}`);
    if (node.kind !== 'element') return;
    seen.push(node);
    const raw = node.prefix === '' ? node.name : `${node.prefix}:${node.name}`;
    if (!source.startsWith(`<${raw}`, node.offset)) broken.push(`offset of <${raw}>`);
    for (const one of node.attributes) {
      const name = one.prefix === '' ? one.name : `${one.prefix}:${one.name}`;
      if (one.order !== (order += 1)) broken.push(`order of @${name}`);
      if (one.parent !== node) broken.push(`parent of @${name}`);
      if (!source.startsWith(name, one.offset)) broken.push(`offset of @${name}`);
    }
    for (const child of node.children) {
      if (child.parent !== node) broken.push(`parent of a ${child.kind} in <${raw}>`);
      walk(child);
    }
    if (node.last !== order) broken.push(`last of <${raw}>`);
  };
  for (const child of children) walk(child);
  if (document.last !== order) broken.push('last of the document');
  if (elements.length !== seen.length || elements.some((one, at) => one !== seen[at]))
    broken.push('elements');
  return broken;
}
