import { attributeValue, childElements } from '../xml/find-element.ts';
import type { XmlDocument } from '../xml/xml-node.ts';

/** What decides which rules apply to a CDA document. */
export interface CdaHeader {
  /** Roots of the document's own templateIds, in order. */
  readonly templateIds: readonly string[];
  /** Level 1: a nonXMLBody; otherwise a structuredBody. */
  readonly body: 'structured' | 'unstructured' | 'none';
}

const hl7 = 'urn:hl7-org:v3';

/** Reads the header of the first ClinicalDocument, also inside a style sheet that presents it; undefined when there is none. */
export function cdaHeader(document: XmlDocument): CdaHeader | undefined {
  const root = document.elements.find((one) => one.name === 'ClinicalDocument' && one.namespace === hl7);
  if (root === undefined) return undefined;
  const components = childElements(root, 'component');
  const has = (name: string): boolean => components.some((one) => childElements(one, name).length > 0);
  return {
    templateIds: childElements(root, 'templateId').map((one) => attributeValue(one, 'root') ?? ''),
    body: has('structuredBody') ? 'structured' : has('nonXMLBody') ? 'unstructured' : 'none',
  };
}
