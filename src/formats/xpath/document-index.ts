import { stringValue } from '../xml/string-value.ts';
import type { XmlDocument, XmlElement, XmlNode } from '../xml/xml-node.ts';
import type { XPathExpr } from './xpath-syntax.ts';

/** What a predicate may look elements up by: the value of an attribute, of a text child, or of the element. */
export type LookupKey =
  | { readonly k: 'attribute'; readonly local: string; readonly namespace: string }
  | { readonly k: 'text' }
  | { readonly k: 'self' };

/** Finds elements of one document by name, and by name and value, without walking the tree again. */
export interface DocumentIndex {
  /** Elements of that local name, in document order. */
  byName(local: string): readonly XmlElement[];
  /** Of those, the ones that carry the value. */
  byValue(local: string, namespace: string, key: LookupKey, value: string): readonly XmlElement[];
}

const none: readonly XmlElement[] = [];
const indexes = new WeakMap<XmlDocument, DocumentIndex>();

/** The index of a document, made once. */
export function indexOf(document: XmlDocument): DocumentIndex {
  let index = indexes.get(document);
  if (index === undefined) {
    index = makeIndex(document);
    indexes.set(document, index);
  }
  return index;
}

function makeIndex(document: XmlDocument): DocumentIndex {
  const names = new Map<string, XmlElement[]>();
  for (const element of document.elements) {
    const bucket = names.get(element.name);
    if (bucket === undefined) names.set(element.name, [element]);
    else bucket.push(element);
  }
  const values = new Map<string, Map<string, XmlElement[]>>();
  const byName = (local: string): readonly XmlElement[] => names.get(local) ?? none;
  const byValue: DocumentIndex['byValue'] = (local, namespace, key, value) => {
    const id = `${namespace} ${local} ${key.k === 'attribute' ? `@${key.namespace} ${key.local}` : key.k}`;
    let table = values.get(id);
    if (table === undefined) {
      table = tabulate(local === '*' ? document.elements : byName(local), namespace, key);
      values.set(id, table);
    }
    return table.get(value) ?? none;
  };
  return { byName, byValue };
}

function tabulate(
  elements: readonly XmlElement[],
  namespace: string,
  key: LookupKey,
): Map<string, XmlElement[]> {
  const table = new Map<string, XmlElement[]>();
  for (const element of elements) {
    if (namespace !== '*' && element.namespace !== namespace) continue;
    for (const value of valuesOfKey(element, key)) {
      const bucket = table.get(value);
      if (bucket === undefined) table.set(value, [element]);
      else if (bucket.at(-1) !== element) bucket.push(element);
    }
  }
  return table;
}

/** The values a key has on an element. */
export function valuesOfKey(element: XmlElement, key: LookupKey): readonly string[] {
  switch (key.k) {
    case 'attribute': {
      const found = element.attributes.find((a) => a.name === key.local && a.namespace === key.namespace);
      return found === undefined ? [] : [found.value];
    }
    case 'text':
      return element.children.filter((c) => c.kind === 'text').map((c) => c.value);
    case 'self':
      return [stringValue(element)];
  }
}

/** The document a node belongs to. */
export function documentOf(node: XmlNode): XmlDocument {
  let owner = node;
  while (owner.kind !== 'document') owner = owner.parent;
  return owner;
}

/** The key an expression reads on its context element, when it is one that tables are made by. */
export function lookupKeyOf(expr: XPathExpr): LookupKey | undefined {
  if (expr.k === 'context') return { k: 'self' };
  if (expr.k !== 'path' || expr.start !== undefined || expr.root || expr.steps.length !== 1) return undefined;
  const [step] = expr.steps;
  if (step?.k !== 'axis' || step.predicates.length > 0) return undefined;
  if (step.axis === 'child' && step.test.k === 'kind' && step.test.kind === 'text') return { k: 'text' };
  if (step.axis !== 'attribute' || step.test.k !== 'name') return undefined;
  const { local, namespace } = step.test;
  return local === '*' || namespace === '*' ? undefined : { k: 'attribute', local, namespace };
}
