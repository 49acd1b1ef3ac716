import type { Resource } from '@medplum/fhirtypes';

export type FhirReading =
  | { readonly kind: 'resource'; readonly resource: Resource }
  | { readonly kind: 'problem'; readonly message: string };

/** Bytes and levels of nesting that are read; more is refused, never cut. */
const maxBytes = 16 * 1024 * 1024;
const maxDepth = 100;

/**
 * Reads one FHIR resource from JSON (FHIR R4 §2.6.2). Only what makes it a resource is checked: `resourceType`. The type
 * tells what may be there, not what is: readers look at every member as if it could be absent. Never throws.
 */
export function readFhir(bytes: Uint8Array): FhirReading {
  if (bytes.length > maxBytes) {
    return { kind: 'problem', message: `${bytes.length} bytes, at most ${maxBytes} are read` };
  }
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
  if (tooDeep(text)) return { kind: 'problem', message: `nested deeper than ${maxDepth} levels` };
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (cause) {
    return { kind: 'problem', message: cause instanceof Error ? cause.message : 'not JSON' };
  }
  if (typeof value !== 'object' || value === null || !('resourceType' in value)) {
    return { kind: 'problem', message: 'no resourceType' };
  }
  if (typeof value.resourceType !== 'string') {
    return { kind: 'problem', message: 'resourceType is not a string' };
  }
  return { kind: 'resource', resource: value as Resource };
}

/** Counts brackets outside of strings, so that no deep text reaches a recursive reader. */
function tooDeep(text: string): boolean {
  let depth = 0;
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{}]/g)) {
    if (token === '[' || token === '{') depth += 1;
    if (token === ']' || token === '}') depth -= 1;
    if (depth > maxDepth) return true;
  }
  return false;
}
