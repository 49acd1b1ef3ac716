import type { XmlAttribute, XmlElement, XmlNode } from '../../../src/formats/xml/xml-node.ts';

/** One edit of a source text: `[from, to)` replaced. */
export interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** Where an element ends in its source, after its closing tag. */
export function elementEnd(element: XmlElement): number {
  const known = ends.get(element);
  if (known !== undefined) return known;
  const end = findEnd(element, sourceOf(element));
  ends.set(element, end);
  return end;
}

const ends = new WeakMap<XmlElement, number>();

function findEnd(element: XmlElement, source: string): number {
  const name = qualifiedName(element);
  let depth = 0;
  const tags = new RegExp(
    String.raw`<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<(/?)${name}(?=[\s/>])(?:"[^"]*"|'[^']*'|[^>"'])*>`,
    'g',
  );
  tags.lastIndex = element.offset;
  for (let match = tags.exec(source); match !== null; match = tags.exec(source)) {
    if (match[0].startsWith('<!')) continue;
    if (match[1] === '/') depth -= 1;
    else if (!match[0].endsWith('/>')) depth += 1;
    if (depth === 0) return tags.lastIndex;
  }
  return source.length;
}

/** The name as the source writes it. */
export function qualifiedName(node: XmlElement | XmlAttribute): string {
  return node.prefix === '' ? node.name : `${node.prefix}:${node.name}`;
}

/** The source of the document of a node. */
export function sourceOf(node: XmlNode): string {
  let owner: XmlNode = node;
  while (owner.kind !== 'document') owner = owner.parent;
  return owner.source;
}

/** Takes an element out; none for the root. */
export function removal(element: XmlElement): readonly Edit[] {
  return element.parent.kind === 'document'
    ? []
    : [{ from: element.offset, to: elementEnd(element), text: '' }];
}

/** Writes an element twice. */
export function doubling(element: XmlElement): readonly Edit[] {
  const end = elementEnd(element);
  return element.parent.kind === 'document'
    ? []
    : [{ from: end, to: end, text: sourceOf(element).slice(element.offset, end) }];
}

/** Gives an element another name, as the source is to write it. */
export function renaming(element: XmlElement, name: string): readonly Edit[] {
  const old = qualifiedName(element);
  const from = element.offset + 1;
  const opening = { from, to: from + old.length, text: name };
  const end = elementEnd(element);
  if (startTag(element).empty) return [opening];
  const close = sourceOf(element).lastIndexOf('</', end - 1) + 2;
  return [opening, { from: close, to: close + old.length, text: name }];
}

/** Gives an attribute another value. */
export function revaluing(attribute: XmlAttribute, value: string): readonly Edit[] {
  return [{ ...valueSpan(attribute), text: escaped(value) }];
}

/** Takes an attribute out. */
export function attributeRemoval(attribute: XmlAttribute): readonly Edit[] {
  return [{ from: attribute.offset, to: valueSpan(attribute).to + 1, text: '' }];
}

/** Offsets of the value of an attribute, without its quotes. */
export function valueSpan(attribute: XmlAttribute): { readonly from: number; readonly to: number } {
  const source = sourceOf(attribute);
  let from = source.indexOf('=', attribute.offset) + 1;
  while (!/["']/.test(source.charAt(from))) from += 1;
  return { from: from + 1, to: source.indexOf(source.charAt(from), from + 1) };
}

/** Adds an attribute, as source text. */
export function attributeInsertion(element: XmlElement, text: string): readonly Edit[] {
  const at = element.offset + 1 + qualifiedName(element).length;
  return [{ from: at, to: at, text: ` ${text}` }];
}

/** Adds children before the others, as source text. */
export function childInsertion(element: XmlElement, text: string): readonly Edit[] {
  const { open, empty } = startTag(element);
  if (!empty) return [{ from: open, to: open, text }];
  return [{ from: open - 2, to: open, text: `>${text}</${qualifiedName(element)}>` }];
}

/** Another content for an element. */
export function refilling(element: XmlElement, text: string): readonly Edit[] {
  const { open, empty } = startTag(element);
  if (empty) return childInsertion(element, text);
  return [{ from: open, to: sourceOf(element).lastIndexOf('</', elementEnd(element) - 1), text }];
}

/** Adds source text right after an element; none after the root. */
export function siblingInsertion(element: XmlElement, text: string): readonly Edit[] {
  const end = elementEnd(element);
  return element.parent.kind === 'document' ? [] : [{ from: end, to: end, text }];
}

/** Offset after the start tag of an element, and whether it is an empty-element tag. */
export function startTag(element: XmlElement): { readonly open: number; readonly empty: boolean } {
  const source = sourceOf(element);
  const tag = /<[^\s/>]+(?:"[^"]*"|'[^']*'|[^>"'])*>/y;
  tag.lastIndex = element.offset;
  tag.test(source);
  return { open: tag.lastIndex, empty: source.charAt(tag.lastIndex - 2) === '/' };
}

/** Text fit for an attribute value in either kind of quotes. */
export function escaped(value: string): string {
  return value
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&apos;')
    .replace(/[\t\n\r]/g, (char) => `&#${char.charCodeAt(0)};`);
}

/** The edits without those inside of what another takes out. */
export function outermost(edits: readonly Edit[]): readonly Edit[] {
  const wide = edits.filter((one) => one.text === '' && one.to > one.from);
  return edits.filter(
    (edit) =>
      !wide.some((one) => one !== edit && one.from <= edit.from && edit.to <= one.to && !same(one, edit)),
  );
}

function same(one: Edit, other: Edit): boolean {
  return one.from === other.from && one.to === other.to;
}

/** Whether the edits can all be made: no two of them replace the same text. */
export function compatible(edits: readonly Edit[]): boolean {
  const sorted = [...edits].sort((a, b) => a.from - b.from || a.to - b.to);
  return sorted.every((edit, at) => edit.from >= (sorted[at - 1]?.to ?? 0));
}

/** Where a place of the source is after edits; undefined when what stood there was replaced. */
export function shifted(offset: number, edits: readonly Edit[]): number | undefined {
  let moved = offset;
  for (const { from, to, text } of edits) {
    if (to <= offset) moved += text.length - (to - from);
    else if (from <= offset) return undefined;
  }
  return moved;
}

/** Whether two edits touch the same text. */
export function touch(one: Edit, other: Edit): boolean {
  return one.from <= other.to && other.from <= one.to;
}

/** The source with all edits made; they must not touch. */
export function edited(source: string, edits: readonly Edit[]): string {
  let out = '';
  let at = 0;
  for (const edit of [...edits].sort((a, b) => a.from - b.from)) {
    out += source.slice(at, edit.from) + edit.text;
    at = edit.to;
  }
  return out + source.slice(at);
}
