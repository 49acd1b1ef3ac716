/** What a COG of five characters designates, by its structure alone. */
export type BirthPlaceKind = 'metropole' | 'corse' | 'outre-mer' | 'etranger' | 'inconnu';

/**
 * Kind of an INSEE code of birth place; undefined when its structure is that of no code (length, letter outside of
 * Corsica, department 00 or 20 alone, `96`). Former municipalities have the same structure: membership of the table
 * of a given year is not judged.
 */
export function birthPlaceKind(cog: string): BirthPlaceKind | undefined {
  if (cog === '99999') return 'inconnu';
  if (/^2[AB]\d{3}$/.test(cog)) return 'corse';
  if (!/^\d{5}$/.test(cog)) return undefined;
  const department = Number(cog.slice(0, 2));
  if (department === 99) return 'etranger';
  if (department === 97 || department === 98) return cog.charAt(2) === '0' ? undefined : 'outre-mer';
  // Births before 1976 in Corsica, and before independence in Algeria (91 to 95), keep the code of their date.
  return department >= 1 && department <= 95 && !cog.endsWith('000') ? 'metropole' : undefined;
}
