/** A text that comes from outside: what is not one is empty. */
export function fhirText(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
