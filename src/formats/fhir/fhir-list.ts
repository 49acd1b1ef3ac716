/** The objects of a list that comes from outside: what is not a list is an empty one, what is not an object is left out. */
export function fhirList<T extends object>(value: readonly T[] | undefined): readonly T[] {
  const outside: unknown = value;
  if (!Array.isArray(outside)) return [];
  return outside.filter((one): one is T => typeof one === 'object' && one !== null);
}
