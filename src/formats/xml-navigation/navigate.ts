import { attributeValue, childElements } from '../xml/find-element.ts';
import { pathOfNode } from '../xml/path-of-node.ts';
import { positionOf } from '../xml/source-position.ts';
import { stringValue } from '../xml/string-value.ts';
import type { XmlElement } from '../xml/xml-node.ts';

/** Place of an element: an XPath of local names, and where it starts. */
export interface ElementPlace {
  readonly path: string;
  readonly line: number;
  readonly column: number;
}

/** Child elements, in order; none of an absent element. */
export function elementsOf(element: XmlElement | undefined): readonly XmlElement[] {
  return (element?.children ?? []).filter((node): node is XmlElement => node.kind === 'element');
}

/** Children of that name in the name space of their parent; none of an absent element. */
export function children(element: XmlElement | undefined, name: string): readonly XmlElement[] {
  return element === undefined ? [] : childElements(element, name);
}

/** The first child of that name. */
export function child(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return children(element, name)[0];
}

/** Every element at the end of a path of child names. */
export function descend(element: XmlElement | undefined, ...names: readonly string[]): readonly XmlElement[] {
  let level: readonly XmlElement[] = element === undefined ? [] : [element];
  for (const name of names) level = level.flatMap((one) => children(one, name));
  return level;
}

/** Value of an attribute without name space. */
export function attribute(element: XmlElement | undefined, name: string): string | undefined {
  return element === undefined ? undefined : attributeValue(element, name);
}

/** All text inside, in order. */
export function textOf(element: XmlElement): string {
  return stringValue(element);
}

/** XPath without prefixes, and where the element starts. */
export function placeOf(element: XmlElement): ElementPlace {
  const { line, column } = positionOf(element);
  return { path: pathOfNode(element), line, column };
}
