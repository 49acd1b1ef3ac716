import type { PatternSelector } from '../xpath/compile-pattern.ts';

/**
 * A Schematron schema after includes and abstract patterns are resolved: plain JSON, the unit that is kept on
 * disk. Expressions stay texts; they are compiled when a rule first needs them.
 */
export interface SchematronSource {
  /** Path of the main file, relative to the kit. */
  readonly file: string;
  readonly title: string;
  readonly namespaces: Readonly<Record<string, string>>;
  /** Lets of the schema, of the phase and of every pattern, active or not: all are global (ISO 19757-3, 5.4.6). */
  readonly lets: readonly SchematronLet[];
  /** Active patterns, in order. */
  readonly patterns: readonly SchematronPattern[];
  readonly missing: readonly MissingPart[];
  /** Every file read to make this, relative to the kit. */
  readonly files: readonly string[];
}

export interface SchematronLet {
  readonly name: string;
  readonly value: string;
}

export interface SchematronPattern {
  readonly id: string;
  readonly title: string;
  readonly lets: readonly SchematronLet[];
  readonly rules: readonly SchematronRule[];
}

export interface SchematronRule {
  readonly id: string;
  readonly context: string;
  readonly items: readonly SchematronItem[];
  /** What each alternative of the context can match at all, in order, where that was found out. */
  readonly selectors?: readonly PatternSelector[];
}

export type SchematronItem = ({ readonly k: 'let' } & SchematronLet) | SchematronAssertion;

export interface SchematronAssertion {
  readonly k: 'assert' | 'report';
  readonly id: string;
  readonly test: string;
  readonly role: string;
  readonly flag: string;
  readonly see: string;
  readonly message: readonly MessagePart[];
}

/** Text, the value of an expression, or the name of a node (`path` empty for the context). */
export type MessagePart = string | { readonly select: string } | { readonly path: string };

/** What the schema asks for and the kit lacks: its rules were not judged. */
export interface MissingPart {
  readonly kind: 'include' | 'pattern' | 'abstract-pattern' | 'abstract-rule';
  /** Address of the include, or id. */
  readonly name: string;
  /** File that asks for it, relative to the kit. */
  readonly askedBy: string;
}
