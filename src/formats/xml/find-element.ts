import type { XmlDocument, XmlElement } from './xml-node.ts';

/** Child elements of that local name, in the namespace of the parent unless another is given. */
export function childElements(
  parent: XmlElement | XmlDocument,
  name: string,
  namespace: string = parent.kind === 'element' ? parent.namespace : parent.root.namespace,
): readonly XmlElement[] {
  return parent.children.filter(
    (node): node is XmlElement =>
      node.kind === 'element' && node.name === name && node.namespace === namespace,
  );
}

/** Value of an attribute without namespace, or of the given one. */
export function attributeValue(element: XmlElement, name: string, namespace = ''): string | undefined {
  return element.attributes.find((a) => a.name === name && a.namespace === namespace)?.value;
}
