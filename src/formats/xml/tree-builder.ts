import { InputError } from '../../domain/segur-error.ts';
import { initialScope } from './namespace-scope.ts';
import { offsetToPosition } from './source-position.ts';
import { isXmlSpace } from './xml-characters.ts';
import type { XmlLimits } from './xml-limits.ts';
import type { XmlName } from './xml-names.ts';
import type { XmlChild, XmlDocument, XmlElement } from './xml-node.ts';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** An element whose tag is being read. */
export type OpenElement = Mutable<XmlElement>;

/** The text to parse and what it may hold. */
export interface ParseJob {
  readonly source: string;
  readonly file: string;
  readonly limits: XmlLimits;
  readonly dropBlankText: boolean;
}

const none: readonly never[] = [];
let serials = 0;

/** Makes the tree of one document, node by node, and keeps its limits. */
export class TreeBuilder {
  readonly #job: ParseJob;
  readonly #document: Mutable<XmlDocument>;
  readonly #elements: XmlElement[] = [];
  readonly #open: OpenElement[] = [];
  /** Children of every open element, one after the other; lists of children are cut out at their exact size. */
  readonly #nodes: XmlChild[] = [];
  readonly #starts: number[] = [0];
  #top = 0;
  #order = 0;
  #current: OpenElement | undefined;
  #root: XmlElement | undefined;

  constructor(job: ParseJob) {
    this.#job = job;
    this.#document = {
      kind: 'document',
      order: 0,
      last: 0,
      parent: undefined,
      children: none,
      root: undefined as unknown as XmlElement,
      file: job.file,
      source: job.source,
      elements: this.#elements,
      serial: (serials += 1),
    };
  }

  /** The innermost open element. */
  get current(): OpenElement | undefined {
    return this.#current;
  }

  /** The root element, once it is open. */
  get root(): XmlElement | undefined {
    return this.#root;
  }

  /** Opens an element; its namespace, scope and attributes are the caller's to set. */
  open(name: XmlName, offset: number): OpenElement {
    const { limits } = this.#job;
    const parent = this.#current;
    if (this.#open.length >= limits.depth)
      throw this.refusal('xml-too-deep', `elements nested deeper than ${limits.depth}`, offset);
    const element: OpenElement = {
      kind: 'element',
      order: this.next(offset),
      last: 0,
      parent: parent ?? this.#document,
      name: name.local,
      namespace: '',
      prefix: name.prefix,
      attributes: none,
      children: none,
      scope: parent === undefined ? initialScope : parent.scope,
      offset,
    };
    this.#root ??= element;
    this.#add(element);
    this.#elements.push(element);
    this.#open.push(element);
    this.#starts.push(this.#top);
    this.#current = element;
    return element;
  }

  /** Closes the innermost element. */
  close(): void {
    const element = this.#open.pop();
    if (element === undefined) return;
    element.last = this.#order;
    element.children = this.#childrenSince(this.#starts.pop() ?? 0);
    this.#current = this.#open.at(-1);
  }

  /** Adds text; adjacent text and CDATA are one node (XDM section 6.7). */
  text(value: string, offset: number): void {
    const parent = this.#current;
    if (parent === undefined || value === '' || (this.#job.dropBlankText && isBlank(value))) return;
    const before = this.#top > (this.#starts.at(-1) ?? 0) ? this.#nodes[this.#top - 1] : undefined;
    // The node before was made here, and nobody has seen it yet.
    if (before?.kind === 'text') (before as { value: string }).value += value;
    else this.#add({ kind: 'text', order: this.next(offset), parent, value });
  }

  comment(value: string, offset: number): void {
    const parent = this.#current ?? this.#document;
    this.#add({ kind: 'comment', order: this.next(offset), parent, value });
  }

  instruction(name: string, value: string, offset: number): void {
    const parent = this.#current ?? this.#document;
    this.#add({ kind: 'instruction', order: this.next(offset), parent, name, value });
  }

  /** The next place in document order. */
  next(offset: number): number {
    const { nodes } = this.#job.limits;
    if (this.#order >= nodes) throw this.refusal('xml-too-many-nodes', `more than ${nodes} nodes`, offset);
    this.#order += 1;
    return this.#order;
  }

  /** The document, whose root was opened and closed. */
  finish(root: XmlElement): XmlDocument {
    this.#document.root = root;
    this.#document.last = this.#order;
    this.#document.children = this.#childrenSince(0);
    return this.#document;
  }

  refusal(code: string, message: string, offset: number): InputError {
    const { source, file } = this.#job;
    return new InputError(code, message, {
      at: { file, ...offsetToPosition(source, Math.min(offset, source.length)) },
    });
  }

  #add(node: XmlChild): void {
    this.#nodes[this.#top] = node;
    this.#top += 1;
  }

  #childrenSince(start: number): readonly XmlChild[] {
    const children = start === this.#top ? none : this.#nodes.slice(start, this.#top);
    this.#top = start;
    return children;
  }
}

function isBlank(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (!isXmlSpace(text.charCodeAt(at))) return false;
  return true;
}
