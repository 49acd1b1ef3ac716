import type { XmlDocument } from '../xml/xml-node.ts';
import type { XPathItem, XPathSequence } from './xpath-value.ts';

/**
 * The focus and variables of one evaluation; evaluators move it and put it back. A variable that is not yet
 * needed is undefined in its slot.
 */
export interface XPathContext {
  item: XPathItem | undefined;
  position: number;
  size: number;
  /** The node of the rule; lets are evaluated with it as focus. */
  ruleItem: XPathItem | undefined;
  readonly locals: (XPathSequence | undefined)[];
  readonly globals: (XPathSequence | undefined)[];
  /** The judged document. */
  readonly document: XmlDocument;
}

/** Documents that rules may read beside the judged one. */
export interface DocumentLibrary {
  /** The document of an address relative to the rules, or undefined when it is not there. */
  load(address: string): XmlDocument | undefined;
  /** Whether `load` would give a document; cheaper. */
  has(address: string): boolean;
  /**
   * What `make` draws from the document of an address, kept under `name` in its stead. Undefined when there is no
   * table to be had (`load` then tells); null when `make` gave null.
   */
  table(
    address: string,
    name: string,
    make: (document: XmlDocument) => readonly string[] | null,
  ): ReadonlySet<string> | null | undefined;
}

/** An expression ready to run. */
export interface CompiledXPath {
  readonly sequence: (context: XPathContext) => XPathSequence;
  /** Effective boolean value, without building the sequence where that can be. */
  readonly test: (context: XPathContext) => boolean;
  /** Reads the context item, its position or its document. */
  readonly focus: boolean;
  /** Reads variables or the node of the rule. */
  readonly rule: boolean;
  /** Yields no number, so a predicate made of it never is a position. */
  readonly numeric: 'never' | 'maybe';
  /** Calls position() or last(). */
  readonly positional: boolean;
}

/** Whether the value depends on nothing of the judged document, so that it can be kept. */
export function isConstant(compiled: Pick<CompiledXPath, 'focus' | 'rule'>): boolean {
  return !compiled.focus && !compiled.rule;
}
