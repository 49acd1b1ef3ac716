/**
 * The XDM tree of one XML file. Every node knows its rank in document order (`order`, attributes right after
 * their element), so that order and ancestry are integer comparisons: the descendants of an element have an
 * order in `(order, last]`.
 */
export type XmlNode = XmlDocument | XmlElement | XmlAttribute | XmlText | XmlComment | XmlInstruction;

/** What may stand inside an element or a document. */
export type XmlChild = XmlElement | XmlText | XmlComment | XmlInstruction;

export interface XmlDocument {
  readonly kind: 'document';
  readonly order: number;
  readonly last: number;
  readonly parent: undefined;
  readonly children: readonly XmlChild[];
  readonly root: XmlElement;
  /** Name of the file in messages. */
  readonly file: string;
  /** The decoded source; offsets of nodes are UTF-16 units in it. */
  readonly source: string;
  /** Every element, in document order. */
  readonly elements: readonly XmlElement[];
  /** Distinguishes documents of one process, in order of parsing. */
  readonly serial: number;
}

/** Bindings in force at an element; the prefix `''` is the default namespace when there is one. */
export interface NamespaceScope {
  get(prefix: string): string | undefined;
  /** Every prefix that is bound. */
  keys(): Iterable<string>;
}

export interface XmlElement {
  readonly kind: 'element';
  readonly order: number;
  readonly last: number;
  readonly parent: XmlElement | XmlDocument;
  readonly name: string;
  readonly namespace: string;
  readonly prefix: string;
  readonly attributes: readonly XmlAttribute[];
  readonly children: readonly XmlChild[];
  readonly scope: NamespaceScope;
  /** Offset of `<` in the source. */
  readonly offset: number;
}

export interface XmlAttribute {
  readonly kind: 'attribute';
  readonly order: number;
  readonly parent: XmlElement;
  readonly name: string;
  readonly namespace: string;
  readonly prefix: string;
  readonly value: string;
  /** Offset of its name in the source. */
  readonly offset: number;
}

export interface XmlText {
  readonly kind: 'text';
  readonly order: number;
  readonly parent: XmlElement;
  readonly value: string;
}

export interface XmlComment {
  readonly kind: 'comment';
  readonly order: number;
  readonly parent: XmlElement | XmlDocument;
  readonly value: string;
}

export interface XmlInstruction {
  readonly kind: 'instruction';
  readonly order: number;
  readonly parent: XmlElement | XmlDocument;
  readonly name: string;
  readonly value: string;
}
