import { SaxesParser, type SaxesAttributeNS, type SaxesTagNS } from 'saxes';
import { InputError } from '../../domain/segur-error.ts';
import { decodeXml } from './decode-xml.ts';
import { refuseDoctype } from './refuse-doctype.ts';
import { offsetToPosition } from './source-position.ts';
import { defaultXmlLimits, type XmlLimits } from './xml-limits.ts';
import type { XmlAttribute, XmlDocument, XmlElement } from './xml-node.ts';

type Mutable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer I)[] ? I[] : T[K] };

const xmlnsNamespace = 'http://www.w3.org/2000/xmlns/';
const xmlNamespace = 'http://www.w3.org/XML/1998/namespace';
const initialScope: ReadonlyMap<string, string> = new Map([['xml', xmlNamespace]]);
let serials = 0;

export interface ParseXmlOptions {
  /** Name of the file in messages. */
  readonly file?: string;
  readonly limits?: Partial<XmlLimits>;
  /** Leaves out texts of white space alone, which only indent: for value sets, half of the nodes. */
  readonly dropBlankText?: boolean;
}

/**
 * Parses bytes into a tree with places. Namespace-aware, no DTD: a DOCTYPE is refused before anything is parsed,
 * so neither external entities nor entity expansion exist. Throws InputError (`xml-too-large`, `xml-doctype`,
 * `xml-too-deep`, `xml-too-many-nodes`, `xml-too-many-attributes`, `xml-malformed`, `xml-encoding`,
 * `xml-undecodable`) with file, line and column.
 */
export function parseXml(bytes: Uint8Array, options: ParseXmlOptions = {}): XmlDocument {
  const file = options.file ?? 'document.xml';
  const limits = { ...defaultXmlLimits, ...options.limits };
  if (bytes.byteLength > limits.bytes)
    throw new InputError('xml-too-large', `${bytes.byteLength} bytes of XML, ${limits.bytes} accepted`, {
      at: { file },
      details: { bytes: bytes.byteLength, limit: limits.bytes },
    });
  const source = decodeXml(bytes, file);
  refuseDoctype(source, file);
  return new TreeBuilder(source, file, limits, options.dropBlankText === true).build();
}

/** Holds what a parse has open; lives for one call. */
class TreeBuilder {
  readonly #source: string;
  readonly #file: string;
  readonly #limits: XmlLimits;
  readonly #dropBlankText: boolean;
  readonly #parser: SaxesParser<{ xmlns: true; position: false }>;
  readonly #document: Mutable<XmlDocument>;
  readonly #stack: (Mutable<XmlElement> | Mutable<XmlDocument>)[];
  #order = 0;
  #start = 0;
  #ends: number[] = [];

  constructor(source: string, file: string, limits: XmlLimits, dropBlankText: boolean) {
    this.#dropBlankText = dropBlankText;
    this.#source = source;
    this.#file = file;
    this.#limits = limits;
    this.#parser = new SaxesParser({ xmlns: true, position: false });
    this.#document = {
      kind: 'document',
      order: 0,
      last: 0,
      parent: undefined,
      children: [],
      root: undefined as unknown as XmlElement,
      file,
      source,
      elements: [],
      serial: (serials += 1),
    };
    this.#stack = [this.#document];
  }

  build(): XmlDocument {
    const parser = this.#parser;
    parser.on('error', (error) => {
      throw this.#refusal('xml-malformed', error.message.replace(/^\S*?\d+:\d+: /, ''), parser.position);
    });
    parser.on('doctype', () => {
      throw this.#refusal('xml-doctype', 'a DOCTYPE is not accepted', parser.position);
    });
    parser.on('opentagstart', (tag) => {
      this.#start = this.#source.lastIndexOf('<', parser.position - tag.name.length - 1);
      this.#ends = [];
    });
    parser.on('attribute', () => void this.#ends.push(parser.position));
    parser.on('opentag', (tag) => this.#open(tag));
    parser.on('closetag', () => this.#close());
    parser.on('text', (text) => this.#text(text));
    parser.on('cdata', (text) => this.#text(text));
    parser.on('comment', (value) =>
      this.#leaf((order, parent) => ({ kind: 'comment', order, parent, value })),
    );
    parser.on('processinginstruction', ({ target, body }) =>
      this.#leaf((order, parent) => ({ kind: 'instruction', order, parent, name: target, value: body })),
    );
    parser.write(this.#source).close();
    this.#document.last = this.#order;
    return this.#document;
  }

  #open(tag: SaxesTagNS): void {
    const parent = this.#stack.at(-1) ?? this.#document;
    if (this.#stack.length > this.#limits.depth)
      throw this.#refusal('xml-too-deep', `elements nested deeper than ${this.#limits.depth}`, this.#start);
    const attributes = Object.values(tag.attributes);
    if (attributes.length > this.#limits.attributesPerElement)
      throw this.#refusal(
        'xml-too-many-attributes',
        `more than ${this.#limits.attributesPerElement} attributes on one element`,
        this.#start,
      );
    const element: Mutable<XmlElement> = {
      kind: 'element',
      order: this.#next(),
      last: 0,
      parent,
      name: tag.local,
      namespace: tag.uri,
      prefix: tag.prefix,
      attributes: [],
      children: [],
      scope: this.#scope(parent, attributes),
      offset: this.#start,
    };
    attributes.forEach((a, i) => {
      if (a.uri === xmlnsNamespace) return;
      element.attributes.push(this.#attribute(element, a, this.#ends[i] ?? this.#start));
    });
    if (parent.kind === 'document') parent.root = element;
    parent.children.push(element);
    this.#document.elements.push(element);
    this.#stack.push(element);
  }

  #attribute(parent: XmlElement, a: SaxesAttributeNS, end: number): XmlAttribute {
    const { local: name, uri: namespace, prefix, value } = a;
    return { kind: 'attribute', order: this.#next(), parent, name, namespace, prefix, value, end };
  }

  #scope(
    parent: XmlElement | XmlDocument,
    attributes: readonly SaxesAttributeNS[],
  ): ReadonlyMap<string, string> {
    const inherited = parent.kind === 'element' ? parent.scope : initialScope;
    if (!attributes.some((a) => a.uri === xmlnsNamespace)) return inherited;
    const scope = new Map(inherited);
    for (const a of attributes) {
      if (a.uri !== xmlnsNamespace) continue;
      const prefix = a.name === 'xmlns' ? '' : a.local;
      if (a.value === '') scope.delete(prefix);
      else scope.set(prefix, a.value);
    }
    return scope;
  }

  #close(): void {
    const element = this.#stack.pop();
    if (element !== undefined) element.last = this.#order;
  }

  /** Adjacent text and CDATA are one node (XDM section 6.7). */
  #text(value: string): void {
    const parent = this.#stack.at(-1);
    if (parent?.kind !== 'element' || value === '') return;
    if (this.#dropBlankText && !/[^ \t\r\n]/.test(value)) return;
    const before = parent.children.at(-1);
    if (before?.kind === 'text') (before as { value: string }).value += value;
    else parent.children.push({ kind: 'text', order: this.#next(), parent, value });
  }

  #leaf(make: (order: number, parent: XmlElement | XmlDocument) => XmlElement['children'][number]): void {
    const parent = this.#stack.at(-1) ?? this.#document;
    parent.children.push(make(this.#next(), parent));
  }

  #next(): number {
    if (this.#order >= this.#limits.nodes)
      throw this.#refusal(
        'xml-too-many-nodes',
        `more than ${this.#limits.nodes} nodes`,
        this.#parser.position,
      );
    this.#order += 1;
    return this.#order;
  }

  #refusal(code: string, message: string, offset: number): InputError {
    return new InputError(code, message, {
      at: { file: this.#file, ...offsetToPosition(this.#source, Math.min(offset, this.#source.length)) },
    });
  }
}
