import { attributeValue } from '../xml/find-element.ts';
import type { XmlElement } from '../xml/xml-node.ts';

/** An element of the schema with the file it came from; includes are replaced by the root of their file. */
export interface SourceElement {
  readonly element: XmlElement;
  readonly file: string;
  readonly children: readonly SourceElement[];
}

/** ISO/IEC 19757-3. */
export const schematronNamespace = 'http://purl.oclc.org/dsdl/schematron';

/** Value of an attribute, empty when absent. */
export function attribute(element: XmlElement, name: string): string {
  return attributeValue(element, name) ?? '';
}

/** Schematron children of that name, includes resolved. */
export function elementsNamed(parent: SourceElement, name: string): readonly SourceElement[] {
  return parent.children.filter(
    ({ element }) => element.name === name && element.namespace === schematronNamespace,
  );
}
