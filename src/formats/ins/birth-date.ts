/** A date of birth; a part that is not known is `00`. */
export interface BirthDate {
  readonly year: string;
  readonly month: string;
  readonly day: string;
  /** True when day and month are known and the day exists. */
  readonly complete: boolean;
}

/**
 * Reads `YYYY-MM-DD`, `YYYYMMDD` or `DD-MM-YYYY`, with `00` for an unknown day or month. Undefined when the form is
 * another one, or when the date could not exist whatever the unknown part is (month 13, 31 April).
 */
export function parseBirthDate(text: string): BirthDate | undefined {
  const iso = /^(\d{4})(-?)(\d{2})\2(\d{2})$/.exec(text);
  const french = /^(\d{2})-(\d{2})-(\d{4})$/.exec(text);
  const [year, month, day] =
    iso !== null ? [iso[1], iso[3], iso[4]] : [french?.[3], french?.[2], french?.[1]];
  if (year === undefined || month === undefined || day === undefined) return undefined;
  if (Number(year) < 1850 || Number(month) > 12) return undefined;
  // An unknown month leaves room for a 31st; an unknown year does not exist here.
  const longest = month === '00' ? 31 : new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  if (Number(day) > longest) return undefined;
  return { year, month, day, complete: month !== '00' && day !== '00' };
}
