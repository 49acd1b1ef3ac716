import type { XmlDocument, XmlElement, XmlNode } from '../../../src/formats/xml/xml-node.ts';
import { stringValue } from '../../../src/formats/xml/string-value.ts';
import { documentOf } from '../../../src/formats/xpath/document-index.ts';
import { parseXml } from '../../../src/formats/xml/parse-xml.ts';
import { edited, elementEnd, escaped, outermost, refilling, shifted, type Edit } from './edit-source.ts';
import { movedNode } from './move-node.ts';

/** A document and the node of it that a rule took. */
export interface Scene {
  readonly document: XmlDocument;
  readonly node: XmlNode;
}

/** How much is kept: elements in the node of the rule, elements in each other branch along the way to it. */
export interface Trimming {
  readonly inside: number;
  readonly beside: number;
}

const longText = 300;

/**
 * A small document that still holds the node: of each ancestor the branches of few elements are kept, of the node
 * itself as much as fits; long texts are cut. Undefined when the node itself did not survive.
 */
export function trimmed(node: XmlNode, { inside, beside }: Trimming): Scene | undefined {
  const document = documentOf(node);
  const removed: Edit[] = [];
  const own = node.kind === 'element' ? node : node.kind === 'document' ? document.root : node.parent;
  if (own.kind === 'document') return undefined;
  thin(own, inside, removed);
  for (let inner = own, outer = own.parent; outer.kind === 'element'; inner = outer, outer = outer.parent)
    for (const branch of elementsIn(outer))
      if (branch !== inner && weight(branch) > beside) removed.push(removalOf(branch));
      else if (branch !== inner) thin(branch, beside, removed);
  const cuts = outermost([...removed, ...inUtf8(document.source)]);
  const cut = edited(document.source, cuts);
  const blanks = withoutBlanks(cut);
  const after = parseXml(Buffer.from(edited(cut, blanks)), { file: document.file });
  const place = shifted(own.offset, cuts);
  const found = place === undefined ? undefined : movedNode(node, after, shifted(place, blanks));
  return found === undefined ? undefined : { document: after, node: found };
}

/** Takes out comments and the white space between tags, which cost time and which hardly any rule reads. */
function withoutBlanks(source: string): readonly Edit[] {
  const edits: Edit[] = [];
  for (const match of source.matchAll(/<!\[CDATA\[[\s\S]*?\]\]>|<!--[\s\S]*?-->\s*|(?<=>)\s+(?=<)/g)) {
    if (match[0].startsWith('<![')) continue;
    edits.push({ from: match.index, to: match.index + match[0].length, text: '' });
  }
  return edits;
}

/** Has the declaration of a source say the encoding that its text will be written in. */
export function inUtf8(source: string): readonly Edit[] {
  const declared = /^<\?xml[^>]*?encoding=(["'])([^"']*)\1/.exec(source);
  if (declared === null) return [];
  const to = declared[0].length - 1;
  return [{ from: to - (declared[2] ?? '').length, to, text: 'UTF-8' }];
}

function elementsIn(element: XmlElement): readonly XmlElement[] {
  return element.children.filter((one) => one.kind === 'element');
}

function removalOf(element: XmlElement): Edit {
  return { from: element.offset, to: elementEnd(element), text: '' };
}

const weights = new WeakMap<XmlElement, number>();

/** Elements in a branch, itself included. */
function weight(element: XmlElement): number {
  const known = weights.get(element);
  if (known !== undefined) return known;
  const sum = elementsIn(element).reduce((total, one) => total + weight(one), 1);
  weights.set(element, sum);
  return sum;
}

/** Leaves at most about `budget` elements under an element: small branches whole, large ones thinned in turn. */
function thin(element: XmlElement, budget: number, removed: Edit[]): void {
  const children = elementsIn(element);
  if (children.length === 0) {
    const text = stringValue(element);
    if (text.length > longText) removed.push(...refilling(element, escaped(text.slice(0, 40))));
    return;
  }
  let left = budget;
  let waiting = children.length;
  for (const child of [...children].sort((a, b) => weight(a) - weight(b))) {
    const share = Math.floor(left / waiting);
    waiting -= 1;
    if (share < 1) removed.push(removalOf(child));
    else thin(child, share - 1, removed);
    left -= Math.min(share, weight(child));
  }
}
