/** Fields of the name of a PDF that goes with a document. */
export interface PdfName {
  /** `AAAAMMJJ`. */
  readonly date: string;
  readonly type: string;
  readonly family: string;
  readonly given: string;
}

/** Cuts `date_type_NOM_prénom[_numéro].pdf`; undefined for a name of another form. */
export function parsePdfName(name: string): PdfName | undefined {
  const fields = /^(.*)\.pdf$/i.exec(name)?.[1]?.split('_') ?? [];
  const [date = '', type = '', family = '', given = ''] = fields;
  const whole = fields.length === 4 || fields.length === 5;
  return whole && /^\d{8}$/.test(date) && type !== '' ? { date, type, family, given } : undefined;
}
