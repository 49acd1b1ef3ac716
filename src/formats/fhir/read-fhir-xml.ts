import type { Resource } from '@medplum/fhirtypes';
import { SegurError } from '../../domain/segur-error.ts';
import { attributeValue } from '../xml/find-element.ts';
import { parseXml } from '../xml/parse-xml.ts';
import { stringValue } from '../xml/string-value.ts';
import type { XmlElement } from '../xml/xml-node.ts';
import { fhirElements } from './fhir-elements.gen.ts';
import type { FhirReading } from './read-fhir.ts';

const namespace = 'http://hl7.org/fhir';

/** A value as JSON has it. */
type Member = string | number | boolean | null | object;

/**
 * Reads one FHIR resource from XML (FHIR R4 §2.6.1) as its JSON form, so that readers see one shape: lists where the
 * type has lists, typed values, `_name` beside a value that has an id or extensions. An element that repeats where the
 * type has one is a list: readers take it for absent, as any value of another type. Never throws.
 */
export function readFhirXml(bytes: Uint8Array): FhirReading {
  try {
    const { root } = parseXml(bytes, { file: '' });
    if (root.namespace !== namespace) {
      return { kind: 'problem', message: `the root element is not in the namespace ${namespace}` };
    }
    // What a reader of JSON gives: the members of any object, of which readers trust nothing.
    return { kind: 'resource', resource: resourceOf(root) as unknown as Resource };
  } catch (error) {
    if (!(error instanceof SegurError)) throw error;
    return { kind: 'problem', message: error.message };
  }
}

function resourceOf(element: XmlElement): object {
  return { resourceType: element.name, ...membersOf(element, element.name) };
}

function membersOf(element: XmlElement, type: string): object {
  const types = Object.hasOwn(fhirElements, type) ? fhirElements[type] : undefined;
  const members: (readonly [string, Member])[] = element.attributes
    .filter((one) => one.namespace === '' && (one.name === 'id' || one.name === 'url'))
    .map((one) => [one.name, one.value]);
  for (const [name, group] of childrenByName(element)) {
    const declared = types !== undefined && Object.hasOwn(types, name) ? (types[name] ?? '') : '';
    members.push(...memberOf(name, group, declared));
  }
  return Object.fromEntries(members);
}

function childrenByName(element: XmlElement): ReadonlyMap<string, readonly XmlElement[]> {
  const groups = new Map<string, XmlElement[]>();
  for (const child of element.children) {
    if (child.kind !== 'element' || (child.namespace !== namespace && child.name !== 'div')) continue;
    const group = groups.get(child.name);
    if (group === undefined) groups.set(child.name, [child]);
    else group.push(child);
  }
  return groups;
}

function memberOf(
  name: string,
  group: readonly XmlElement[],
  declared: string,
): readonly (readonly [string, Member])[] {
  const type = declared.replace(/\*$/, '');
  const several = declared.endsWith('*') || group.length > 1;
  const listed = (values: readonly Member[]): Member => (several ? values : (values[0] ?? null));
  if (!isPrimitive(type, group)) return [[name, listed(group.map((one) => valueOf(one, type)))]];
  const values = group.map((one) => primitiveOf(one, type));
  const beside = group.map(besideOf);
  return [
    ...(values.every((value) => value === null) ? [] : [[name, listed(values)] as const]),
    ...(beside.every((one) => one === null) ? [] : [[`_${name}`, listed(beside)] as const]),
  ];
}

function valueOf(element: XmlElement, type: string): object {
  if (type !== 'Resource') return membersOf(element, type);
  const inside = element.children.find((child): child is XmlElement => child.kind === 'element');
  return inside === undefined ? {} : resourceOf(inside);
}

/** Of an element of a type that is not known here, a `value` tells a primitive. */
function isPrimitive(type: string, group: readonly XmlElement[]): boolean {
  if (type === '') return group.some((one) => attributeValue(one, 'value') !== undefined);
  return type.startsWith('=') || type === 'string' || type === 'number' || type === 'boolean';
}

/** A value that is none of its type stays the text that it is. */
function primitiveOf(element: XmlElement, type: string): string | number | boolean | null {
  if (element.namespace !== namespace) return stringValue(element);
  const value = attributeValue(element, 'value');
  if (value === undefined) return null;
  if (type === 'boolean' && (value === 'true' || value === 'false')) return value === 'true';
  return type === 'number' && /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(value)
    ? Number(value)
    : value;
}

/** Id and extensions of a primitive (§2.6.2.3); null when it has none. */
function besideOf(element: XmlElement): object | null {
  const beside = membersOf(element, 'Element');
  return Object.keys(beside).length === 0 ? null : beside;
}
