import { expandValue } from './expand-references.ts';
import { malformedXml } from './malformed-xml.ts';
import { declareNamespaces, type NamespaceDeclaration } from './namespace-scope.ts';
import type { OpenElement, ParseJob, TreeBuilder } from './tree-builder.ts';
import { isXmlSpace, startsName } from './xml-characters.ts';
import { readName, type XmlName } from './xml-names.ts';
import type { XmlAttribute } from './xml-node.ts';

const [slash, equals, greater, less, amp, quote, apostrophe] = [0x2f, 0x3d, 0x3e, 0x3c, 0x26, 0x22, 0x27];

type Attribute = { -readonly [K in keyof XmlAttribute]: XmlAttribute[K] };

/** Reads start tags and empty-element tags (XML 1.0 [40] to [44]) into elements of a builder. */
export class StartTagReader {
  readonly #job: ParseJob;
  readonly #source: string;
  readonly #builder: TreeBuilder;
  /** Of the tag being read. */
  readonly #names: string[] = [];
  readonly #attributes: Attribute[] = [];
  readonly #declarations: NamespaceDeclaration[] = [];
  #prefixed = false;
  /** Whether the value scanned last stands for itself. */
  #plain = true;

  constructor(job: ParseJob, builder: TreeBuilder) {
    this.#job = job;
    this.#source = job.source;
    this.#builder = builder;
  }

  /** Reads the tag that starts at `<` and opens its element, or closes it too; gives the offset after the tag. */
  read(start: number): number {
    const source = this.#source;
    const name = readName(source, start + 1);
    if (name.local === '') throw malformedXml(this.#job, start + 1, 'qualified-name', { name: name.raw });
    const element = this.#builder.open(name, start);
    let at = start + 1 + name.raw.length;
    if (source.charCodeAt(at) === greater) {
      this.#resolveElement(element);
      return at + 1;
    }
    at = this.#readAttributes(element, at);
    if (source.charCodeAt(at) === greater) return at + 1;
    this.#builder.close();
    return at + 2;
  }

  /** Gives the offset of `>` or `/>`. */
  #readAttributes(element: OpenElement, from: number): number {
    const source = this.#source;
    this.#forgetTag();
    let at = from;
    for (;;) {
      const before = at;
      at = this.#skipSpace(at);
      const unit = source.charCodeAt(at);
      if (unit === greater || (unit === slash && source.charCodeAt(at + 1) === greater)) break;
      if (!startsName(unit)) throw this.#wrongTag(at);
      if (at === before) throw malformedXml(this.#job, at, 'space-missing');
      at = this.#readAttribute(element, at);
    }
    if (this.#declarations.length > 0)
      element.scope = declareNamespaces(element.scope, this.#declarations, this.#job);
    this.#resolveElement(element);
    if (this.#attributes.length > 0) element.attributes = this.#attributes.slice();
    if (this.#prefixed) this.#resolveAttributes(element);
    return at;
  }

  #forgetTag(): void {
    this.#names.length = 0;
    this.#attributes.length = 0;
    this.#declarations.length = 0;
    this.#prefixed = false;
  }

  /** Gives the offset after the attribute. */
  #readAttribute(element: OpenElement, start: number): number {
    const source = this.#source;
    const name = readName(source, start);
    if (name.local === '') throw malformedXml(this.#job, start, 'qualified-name', { name: name.raw });
    this.#note(name, start, element);
    let at = this.#skipSpace(start + name.raw.length);
    if (source.charCodeAt(at) !== equals)
      throw at < source.length
        ? malformedXml(this.#job, at, 'attribute-without-value', { name: name.raw })
        : malformedXml(this.#job, at, 'cut-in-tag');
    at = this.#skipSpace(at + 1);
    const mark = source.charCodeAt(at);
    if (mark !== quote && mark !== apostrophe)
      throw at < source.length
        ? malformedXml(this.#job, at, 'value-unquoted', { name: name.raw })
        : malformedXml(this.#job, at, 'cut-in-tag');
    const end = this.#endOfValue(at + 1, mark);
    const raw = source.slice(at + 1, end);
    const value = this.#plain ? raw : expandValue(raw, this.#job, at + 1);
    this.#keep(element, name, value, start);
    return end + 1;
  }

  /** Offset of the closing mark. */
  #endOfValue(from: number, mark: number): number {
    const source = this.#source;
    this.#plain = true;
    let at = from;
    for (; at < source.length; at += 1) {
      const unit = source.charCodeAt(at);
      if (unit > apostrophe) {
        if (unit === less) throw malformedXml(this.#job, at, 'less-than-in-value');
      } else if (unit === mark) return at;
      else if (unit < 0x20 || unit === amp) this.#plain = false;
    }
    throw malformedXml(this.#job, at, 'cut-in-tag');
  }

  /** Keeps the number of attributes and refuses a name met twice (XML 1.0 3.1). */
  #note({ raw }: XmlName, offset: number, element: OpenElement): void {
    const { attributesPerElement } = this.#job.limits;
    if (this.#names.length >= attributesPerElement)
      throw this.#builder.refusal(
        'xml-too-many-attributes',
        `more than ${attributesPerElement} attributes on one element`,
        element.offset,
      );
    for (const other of this.#names)
      if (other === raw) throw malformedXml(this.#job, offset, 'attribute-twice', { name: raw });
    this.#names.push(raw);
  }

  #keep(parent: OpenElement, { raw, prefix, local }: XmlName, value: string, offset: number): void {
    if (raw === 'xmlns') this.#declarations.push({ prefix: '', namespace: value, offset });
    else if (prefix === 'xmlns') this.#declarations.push({ prefix: local, namespace: value, offset });
    else {
      if (prefix !== '') this.#prefixed = true;
      const order = this.#builder.next(offset);
      this.#attributes.push({
        kind: 'attribute',
        order,
        parent,
        name: local,
        namespace: '',
        prefix,
        value,
        offset,
      });
    }
  }

  #resolveElement(element: OpenElement): void {
    const { parent, scope, prefix } = element;
    if (parent.kind === 'element' && parent.prefix === prefix && parent.scope === scope)
      element.namespace = parent.namespace;
    else
      element.namespace =
        prefix === '' ? (scope.get('') ?? '') : this.#bound(element, prefix, element.offset + 1);
  }

  /** An attribute without prefix is in no namespace (Namespaces in XML 6.2); two of one expanded name are refused (6.3). */
  #resolveAttributes(element: OpenElement): void {
    const resolved: Attribute[] = [];
    for (const one of this.#attributes) {
      if (one.prefix === '') continue;
      one.namespace = this.#bound(element, one.prefix, one.offset);
      if (resolved.some((other) => other.name === one.name && other.namespace === one.namespace))
        throw malformedXml(this.#job, one.offset, 'attribute-twice', {
          name: `{${one.namespace}}${one.name}`,
        });
      resolved.push(one);
    }
  }

  #bound(element: OpenElement, prefix: string, offset: number): string {
    const namespace = element.scope.get(prefix);
    if (namespace !== undefined) return namespace;
    throw malformedXml(this.#job, offset, prefix === 'xmlns' ? 'reserved-prefix' : 'unbound-prefix', {
      prefix,
    });
  }

  #skipSpace(from: number): number {
    let at = from;
    while (isXmlSpace(this.#source.charCodeAt(at))) at += 1;
    return at;
  }

  #wrongTag(at: number): Error {
    return malformedXml(this.#job, at, at < this.#source.length ? 'tag' : 'cut-in-tag');
  }
}
