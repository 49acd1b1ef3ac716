import type { XmlAttribute, XmlChild, XmlElement, XmlNode } from '../xml/xml-node.ts';
import { documentOf, indexOf } from './document-index.ts';
import type { XPathAxis, XPathNodeTest } from './xpath-syntax.ts';

export type NodeTest = (node: XmlNode) => boolean;

/** Whether nodes of an axis pass a node test; the principal kind is attribute on the attribute axis. */
export function compileNodeTest(test: XPathNodeTest, axis: XPathAxis): NodeTest {
  if (test.k === 'kind') {
    if (test.kind === 'node') return () => true;
    const { kind } = test;
    return (node) => node.kind === kind;
  }
  const { local, namespace } = test;
  const kind = axis === 'attribute' ? 'attribute' : 'element';
  if (local === '*' && namespace === '*') return (node) => node.kind === kind;
  if (local === '*') return (node) => node.kind === kind && node.namespace === namespace;
  if (namespace === '*') return (node) => node.kind === kind && node.name === local;
  return (node) => node.kind === kind && node.name === local && node.namespace === namespace;
}

/** Adds the nodes of an axis that pass the test, in document order for every axis. */
export type AxisWalk = (node: XmlNode, into: XmlNode[]) => void;

/** An axis under a test: its nodes, and whether it has any. */
export interface Axis {
  readonly walk: AxisWalk;
  readonly any: (node: XmlNode) => boolean;
}

/** How to go along an axis under a test; `//name` goes by the index of the document. */
export function compileAxis(axis: XPathAxis, test: XPathNodeTest): Axis {
  if (axis === 'child' && test.k === 'name') return childrenNamed(test);
  if (axis === 'attribute' && test.k === 'name') return attributesNamed(test);
  const walk = compileWalk(axis, test);
  const any = (node: XmlNode): boolean => {
    const found: XmlNode[] = [];
    walk(node, found);
    return found.length > 0;
  };
  return { walk, any };
}

type NameTest = Extract<XPathNodeTest, { k: 'name' }>;

/** `*` in the place of a name or of a namespace is undefined here. */
function wanted({ local, namespace }: NameTest): readonly [string | undefined, string | undefined] {
  return [local === '*' ? undefined : local, namespace === '*' ? undefined : namespace];
}

/** Most steps of rules; written out, for a test that sees nodes of every kind is slow. */
function childrenNamed(test: NameTest): Axis {
  const [name, namespace] = wanted(test);
  const passes = (child: XmlChild): boolean =>
    child.kind === 'element' &&
    (name === undefined || child.name === name) &&
    (namespace === undefined || child.namespace === namespace);
  return {
    walk: (node, into) => {
      if (node.kind !== 'element' && node.kind !== 'document') return;
      for (const child of node.children) if (passes(child)) into.push(child);
    },
    any: (node) => (node.kind === 'element' || node.kind === 'document') && node.children.some(passes),
  };
}

function attributesNamed(test: NameTest): Axis {
  const [name, namespace] = wanted(test);
  const passes = (one: XmlAttribute): boolean =>
    (name === undefined || one.name === name) && (namespace === undefined || one.namespace === namespace);
  return {
    walk: (node, into) => {
      if (node.kind !== 'element') return;
      for (const one of node.attributes) if (passes(one)) into.push(one);
    },
    any: (node) => node.kind === 'element' && node.attributes.some(passes),
  };
}

function compileWalk(axis: XPathAxis, test: XPathNodeTest): AxisWalk {
  const passes = compileNodeTest(test, axis);
  const keep = (node: XmlNode, into: XmlNode[]): void => {
    if (passes(node)) into.push(node);
  };
  switch (axis) {
    case 'child':
      return (node, into) => {
        if (node.kind === 'element' || node.kind === 'document')
          for (const child of node.children) if (passes(child)) into.push(child);
      };
    case 'attribute':
      return (node, into) => {
        if (node.kind === 'element') for (const one of node.attributes) if (passes(one)) into.push(one);
      };
    case 'self':
      return keep;
    case 'parent':
      return (node, into) => {
        if (node.parent !== undefined) keep(node.parent, into);
      };
    case 'descendant':
      return descendants(test, passes, false);
    case 'descendant-or-self':
      return descendants(test, passes, true);
    case 'ancestor':
    case 'ancestor-or-self':
      return (node, into) => {
        const line: XmlNode[] = [];
        for (let one = axis === 'ancestor' ? node.parent : node; one !== undefined; one = one.parent)
          line.push(one);
        for (const one of line.reverse()) keep(one, into);
      };
    case 'following-sibling':
    case 'preceding-sibling':
      return (node, into) => {
        if (node.kind === 'document' || node.kind === 'attribute') return;
        for (const other of node.parent.children)
          if (axis === 'following-sibling' ? other.order > node.order : other.order < node.order)
            keep(other, into);
      };
    case 'following':
    case 'preceding':
      return (node, into) => {
        const last = node.kind === 'element' || node.kind === 'document' ? node.last : node.order;
        walkTree(documentOf(node), (other) => {
          if (axis === 'following' ? other.order > last : other.order < node.order && !holds(other, node))
            keep(other, into);
        });
      };
  }
}

function holds(ancestor: XmlNode, node: XmlNode): boolean {
  return ancestor.kind === 'element' && node.order > ancestor.order && node.order <= ancestor.last;
}

function descendants(test: XPathNodeTest, passes: NodeTest, orSelf: boolean): AxisWalk {
  if (test.k === 'name' && test.local !== '*') {
    const { local } = test;
    return (node, into) => {
      if (node.kind !== 'element' && node.kind !== 'document') return;
      const named = indexOf(documentOf(node)).byName(local);
      const from = orSelf ? node.order : node.order + 1;
      for (let at = firstFrom(named, from); at < named.length; at += 1) {
        const one = named[at];
        if (one === undefined || one.order > node.last) break;
        if (passes(one)) into.push(one);
      }
    };
  }
  return (node, into) => {
    if (orSelf && passes(node)) into.push(node);
    walkTree(node, (one) => {
      if (passes(one)) into.push(one);
    });
  };
}

/** Index of the first element whose order is at least `order`. */
function firstFrom(elements: readonly XmlElement[], order: number): number {
  let [low, high] = [0, elements.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((elements[middle]?.order ?? 0) < order) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Every descendant in document order, attributes left out. */
function walkTree(node: XmlNode, visit: (node: XmlChild) => void): void {
  if (node.kind !== 'element' && node.kind !== 'document') return;
  for (const child of node.children) {
    visit(child);
    if (child.kind === 'element') walkTree(child, visit);
  }
}

/** An attribute of an element by expanded name. */
export function attributeOf(node: XmlNode, local: string, namespace: string): XmlAttribute | undefined {
  if (node.kind !== 'element') return undefined;
  for (const one of node.attributes) if (one.name === local && one.namespace === namespace) return one;
  return undefined;
}
