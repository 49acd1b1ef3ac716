import type { XmlChild, XmlElement } from '../xml/xml-node.ts';
import { attribute, elementsNamed, type SourceElement } from './schematron-element.ts';
import type { MissingPart } from './schematron-source.ts';

/**
 * A pattern that instantiates an abstract one, with `$name` of each parameter replaced in every attribute (ISO
 * 19757-3, 6.3); a concrete pattern as it is. Undefined, and named as missing, when the abstract one is absent.
 */
export function expandPattern(
  pattern: SourceElement,
  abstractPatterns: ReadonlyMap<string, SourceElement>,
  missing: MissingPart[],
): SourceElement | undefined {
  const parent = attribute(pattern.element, 'is-a');
  if (parent === '') return pattern;
  const model = abstractPatterns.get(parent);
  if (model === undefined) {
    missing.push({ kind: 'abstract-pattern', name: parent, askedBy: pattern.file });
    return undefined;
  }
  const params = elementsNamed(pattern, 'param')
    .map(({ element }) => [attribute(element, 'name'), attribute(element, 'value')] as const)
    .sort(([a], [b]) => b.length - a.length);
  return substituted(model, (text) =>
    params.reduce((out, [name, value]) => out.replaceAll(`$${name}`, () => value), text),
  );
}

function substituted(source: SourceElement, replace: (text: string) => string): SourceElement {
  const element = substitutedElement(source.element, replace);
  return {
    element,
    file: source.file,
    children: source.children.map((child) => substituted(child, replace)),
  };
}

function substitutedElement(element: XmlElement, replace: (text: string) => string): XmlElement {
  const attributes = element.attributes.map((one) => ({ ...one, value: replace(one.value) }));
  const children = element.children.map((child): XmlChild =>
    child.kind === 'element' ? substitutedElement(child, replace) : child,
  );
  return { ...element, attributes, children };
}
