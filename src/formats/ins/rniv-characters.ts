/** Why a name is not written as INSi and the RNIV want it. */
export type NameFault =
  | 'empty'
  | 'lower-case'
  | 'diacritic'
  | 'ligature'
  | 'typographic-apostrophe'
  | 'character'
  | 'bad-start'
  | 'bad-end'
  | 'doubled-separator';

/**
 * First fault of a birth name: A to Z, space, apostrophe, hyphen and double hyphen; no space or hyphen first; no
 * doubled space or apostrophe. Undefined when the name is right.
 */
export function birthNameFault(name: string): NameFault | undefined {
  return alphabetFault(name) ?? separatorFault(name.replaceAll('--', '-'));
}

/** First fault of a given name, or of a list of them: as a birth name, but no double hyphen, and no `-` or `'` last. */
export function givenNameFault(name: string): NameFault | undefined {
  return alphabetFault(name) ?? separatorFault(name) ?? (/[-']$/.test(name) ? 'bad-end' : undefined);
}

function alphabetFault(name: string): NameFault | undefined {
  if (name === '') return 'empty';
  if (/[\u2018\u2019\u02bc\u00b4`]/.test(name)) return 'typographic-apostrophe';
  if (/[ÆŒæœß]/.test(name)) return 'ligature';
  if (/\p{M}/u.test(name.normalize('NFD'))) return 'diacritic';
  if (/[a-z]/.test(name)) return 'lower-case';
  return /[^A-Z '-]/.test(name) ? 'character' : undefined;
}

function separatorFault(name: string): NameFault | undefined {
  if (/^[ -]/.test(name)) return 'bad-start';
  if (/ {2}|''|--| '|' |- | -/.test(name)) return 'doubled-separator';
  return undefined;
}

/**
 * A name as identitovigilance compares it: upper case, no accent, ligatures opened, apostrophe and hyphen as space.
 * For comparison only; undefined when a character has no agreed equivalent, which must be refused, never dropped.
 */
export function comparableName(name: string): string | undefined {
  const plain = name
    .replace(/[Œœ]/g, 'OE')
    .replace(/[Ææ]/g, 'AE')
    .replace(/ß/g, 'SS')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toUpperCase()
    .replace(/[-'\u2018\u2019\s]+/g, ' ')
    .trim();
  return /^[A-Z ]*$/.test(plain) ? plain : undefined;
}

/**
 * True when the first given name is the start of the list of given names, hyphen and apostrophe read as space, and
 * stops between two names: JEAN, JEAN CHRISTOPHE and JEAN-CHRISTOPHE all start `JEAN CHRISTOPHE PIERRE`.
 */
export function startsGivenNames(first: string, list: string): boolean {
  const start = comparableName(first);
  const whole = comparableName(list);
  if (start === undefined || whole === undefined || start === '') return false;
  return whole === start || whole.startsWith(`${start} `);
}
