import { fhirElements } from './fhir-elements.gen.ts';

/** A value of an element that R4 binds to a closed list of codes. */
export interface CodedElement {
  /** `Patient.contact[0].gender`. */
  readonly path: string;
  readonly value: unknown;
  readonly codes: readonly string[];
}

const maxDepth = 60;

/**
 * Every element of a resource whose codes FHIR R4 fixes (required bindings of codes, 4.0.1), contained resources
 * included, the resources of a bundle left out. None for a type of resource that is not known here.
 */
export function codedElements(resource: object, path?: string): readonly CodedElement[] {
  const type = 'resourceType' in resource ? String(resource.resourceType) : '';
  return elementsOf(resource, type, { path: path ?? type, depth: 0 });
}

/** True for a type of resource whose elements are known. */
export function isKnownResource(type: string): boolean {
  return Object.hasOwn(fhirElements, type);
}

function elementsOf(
  value: object,
  type: string,
  at: { readonly path: string; readonly depth: number },
): readonly CodedElement[] {
  const types = Object.hasOwn(fhirElements, type) ? fhirElements[type] : undefined;
  if (types === undefined || at.depth > maxDepth) return [];
  return Object.entries(value).flatMap(([name, member]: [string, unknown]) => {
    const declared = Object.hasOwn(types, name) ? (types[name] ?? '') : '';
    if (declared === '' || (type === 'BundleEntry' && name === 'resource')) return [];
    const list = declared.endsWith('*');
    const target = declared.replace(/\*$/, '');
    return (list && Array.isArray(member) ? member : [member]).flatMap((one: unknown, index) => {
      const path = `${at.path}.${name}${list ? `[${index}]` : ''}`;
      if (target.startsWith('=')) return [{ path, value: one, codes: target.slice(1).split('|') }];
      if (typeof one !== 'object' || one === null) return [];
      if (target === 'Resource') return codedElements(one, path);
      return elementsOf(one, target, { path, depth: at.depth + 1 });
    });
  });
}
