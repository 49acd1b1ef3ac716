import type { Place } from '../cda/cda-document.ts';
import type { XmlElement } from './xml-tree.ts';

/** Child elements, in order; none of an absent element. */
export function elementsOf(element: XmlElement | undefined): readonly XmlElement[] {
  return element === undefined
    ? []
    : element.content.filter((item): item is XmlElement => typeof item !== 'string');
}

/** Children of that name in the name space of their parent. */
export function children(element: XmlElement | undefined, name: string): readonly XmlElement[] {
  return elementsOf(element).filter((one) => one.name === name && one.namespace === element?.namespace);
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
  return element?.attributes.get(name);
}

/** All text inside, in order. */
export function textOf(element: XmlElement): string {
  return element.content.map((item) => (typeof item === 'string' ? item : textOf(item))).join('');
}

/** XPath without prefixes, and where the element starts. */
export function placeOf(element: XmlElement): Place {
  const steps: string[] = [];
  for (let one: XmlElement | undefined = element; one !== undefined; one = one.parent) {
    const { name, parent } = one;
    const twins = children(parent, name);
    steps.unshift(twins.length > 1 ? `${name}[${twins.indexOf(one) + 1}]` : name);
  }
  return { path: `/${steps.join('/')}`, line: element.line, column: element.column };
}
