import type { XmlAttribute, XmlChild, XmlDocument, XmlElement } from '../xml/xml-node.ts';

/** Which canonical form (Canonical XML 1.0, Exclusive XML Canonicalization 1.0). */
export interface CanonicalForm {
  readonly exclusive: boolean;
  readonly comments: boolean;
  /** `InclusiveNamespaces/@PrefixList` of the exclusive form; `#default` is the empty prefix. */
  readonly prefixes?: readonly string[];
}

type Scope = ReadonlyMap<string, string>;

interface Walk {
  readonly form: CanonicalForm;
  readonly prefixes: ReadonlySet<string>;
  /** Subtree left out, as the enveloped-signature transform wants. */
  readonly omit: XmlElement | undefined;
  readonly out: string[];
}

const xmlPrefix = 'xml';
const none: Scope = new Map();

/**
 * Canonical text of a whole document or of the subtree of an element, without the subtree `omit`. The tree has no DTD
 * and holds normalised attribute values, so that this is the octet stream of the norm once written as UTF-8.
 */
export function canonicalize(top: XmlDocument | XmlElement, form: CanonicalForm, omit?: XmlElement): string {
  const prefixes = new Set((form.prefixes ?? []).map((one) => (one === '#default' ? '' : one)));
  const walk: Walk = { form, prefixes, omit, out: [] };
  if (top.kind === 'element') writeElement(walk, top, undefined);
  else writeDocument(walk, top);
  return walk.out.join('');
}

function writeDocument(walk: Walk, document: XmlDocument): void {
  let past = false;
  for (const child of document.children) {
    if (child.kind === 'element') {
      writeElement(walk, child, undefined);
      past = true;
      continue;
    }
    const text = leafText(child, walk.form.comments);
    // Outside of the document element each one stands on a line of its own.
    if (text !== '') walk.out.push(past ? `\n${text}` : `${text}\n`);
  }
}

/** `rendered` is what the output ancestors declared; undefined for the first element of the output. */
function writeElement(walk: Walk, element: XmlElement, rendered: Scope | undefined): void {
  if (element === walk.omit) return;
  const { out } = walk;
  const attributes = rendered === undefined ? withInherited(walk, element) : element.attributes;
  const declared = declarations(walk, element, rendered ?? none);
  const name = qualified(element.prefix, element.name);
  out.push(`<${name}`);
  for (const [prefix, uri] of [...declared].sort(([a], [b]) => compare(a, b)))
    out.push(` xmlns${prefix === '' ? '' : `:${prefix}`}="${escapeValue(uri)}"`);
  for (const one of [...attributes].sort(
    (a, b) => compare(a.namespace, b.namespace) || compare(a.name, b.name),
  ))
    out.push(` ${qualified(one.prefix, one.name)}="${escapeValue(one.value)}"`);
  out.push('>');
  const below = declared.size === 0 ? (rendered ?? none) : new Map([...(rendered ?? none), ...declared]);
  for (const child of element.children) {
    if (child.kind === 'element') writeElement(walk, child, below);
    else out.push(leafText(child, walk.form.comments));
  }
  out.push(`</${name}>`);
}

/** Name spaces to declare on an element; an empty URI undoes the default one. */
function declarations(walk: Walk, element: XmlElement, rendered: Scope): Map<string, string> {
  const { form, prefixes } = walk;
  const used = new Set([
    element.prefix,
    ...element.attributes.flatMap(({ prefix }) => (prefix === '' ? [] : [prefix])),
  ]);
  const found = new Map<string, string>();
  const concerned = form.exclusive
    ? [...used, ...[...prefixes].filter((prefix) => element.scope.get(prefix) !== undefined || prefix === '')]
    : [...element.scope.keys(), ''];
  for (const prefix of concerned) {
    if (prefix === xmlPrefix) continue;
    const uri = element.scope.get(prefix) ?? '';
    if ((rendered.get(prefix) ?? '') !== uri) found.set(prefix, uri);
  }
  return found;
}

/** Canonical XML 1.0 section 2.4: the first element takes the `xml:` attributes of its ancestors, nearest first. */
function withInherited({ form }: Walk, element: XmlElement): readonly XmlAttribute[] {
  if (form.exclusive) return element.attributes;
  const all = new Map<string, XmlAttribute>();
  for (let one: XmlElement | XmlDocument = element; one.kind === 'element'; one = one.parent) {
    for (const attribute of one.attributes) {
      const key = `${attribute.namespace} ${attribute.name}`;
      if ((one === element || attribute.prefix === xmlPrefix) && !all.has(key)) all.set(key, attribute);
    }
  }
  return [...all.values()];
}

function leafText(node: Exclude<XmlChild, XmlElement>, comments: boolean): string {
  switch (node.kind) {
    case 'text':
      return node.value
        .replace(/&/g, '&amp;')
        .replace(/</g, '&lt;')
        .replace(/>/g, '&gt;')
        .replace(/\r/g, '&#xD;');
    case 'comment':
      return comments ? `<!--${node.value.replace(/\r/g, '&#xD;')}-->` : '';
    case 'instruction':
      return `<?${node.name}${node.value === '' ? '' : ` ${node.value.replace(/\r/g, '&#xD;')}`}?>`;
  }
}

function escapeValue(value: string): string {
  return value
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/"/g, '&quot;')
    .replace(/\t/g, '&#x9;')
    .replace(/\n/g, '&#xA;')
    .replace(/\r/g, '&#xD;');
}

function qualified(prefix: string, name: string): string {
  return prefix === '' ? name : `${prefix}:${name}`;
}

/** By UTF-16 units; names beyond U+FFFF, where code points would differ, exist in no document of ours. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
