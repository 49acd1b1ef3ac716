import { escapeMarkup } from '../../src/checking/escape-markup.ts';

type Value = string | number | boolean | null | readonly Value[] | { readonly [name: string]: Value };

/** Writes a FHIR resource of JSON as XML (FHIR R4 §2.6.1): values as attributes, lists as repeated elements. */
export function toFhirXml(json: string): string {
  const resource = JSON.parse(json) as { readonly [name: string]: Value };
  return `<?xml version="1.0" encoding="UTF-8"?>\n${resourceXml(resource, ' xmlns="http://hl7.org/fhir"')}\n`;
}

function resourceXml(resource: { readonly [name: string]: Value }, namespace = ''): string {
  const { resourceType, ...members } = resource;
  return `<${plain(resourceType)}${namespace}>${membersXml(members)}</${plain(resourceType)}>`;
}

function membersXml(members: { readonly [name: string]: Value }): string {
  return Object.entries(members)
    .filter(([name]) => !name.startsWith('_'))
    .map(([name, value]) => elementXml(name, value))
    .join('');
}

function elementXml(name: string, value: Value): string {
  if (Array.isArray(value)) return value.map((one) => elementXml(name, one as Value)).join('');
  if (typeof value !== 'object' || value === null) return `<${name} value="${escapeMarkup(String(value))}"/>`;
  const members = value as { readonly [name: string]: Value };
  if ('resourceType' in members) return `<${name}>${resourceXml(members)}</${name}>`;
  const { url, ...rest } = members;
  return name === 'extension' || name === 'modifierExtension'
    ? `<${name} url="${escapeMarkup(plain(url))}">${membersXml(rest)}</${name}>`
    : `<${name}>${membersXml(members)}</${name}>`;
}

function plain(value: Value | undefined): string {
  return typeof value === 'string' ? value : JSON.stringify(value ?? '');
}
