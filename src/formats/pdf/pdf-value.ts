/** An object of a PDF (ISO 32000-1, 7.3), streams apart. Strings hold bytes, one per character. */
export type PdfValue =
  null | boolean | number | PdfName | PdfText | PdfReference | PdfDictionary | readonly PdfValue[];

export interface PdfName {
  readonly kind: 'name';
  readonly name: string;
}

export interface PdfText {
  readonly kind: 'text';
  readonly bytes: string;
}

export interface PdfReference {
  readonly kind: 'reference';
  readonly object: number;
}

export interface PdfDictionary {
  readonly kind: 'dictionary';
  readonly entries: ReadonlyMap<string, PdfValue>;
}

/** A stream: its dictionary, and its data as stored. */
export interface PdfStreamObject {
  readonly dictionary: PdfDictionary;
  readonly data: Uint8Array;
}

export const emptyDictionary: PdfDictionary = { kind: 'dictionary', entries: new Map() };

/** True for an array; `Array.isArray` alone does not narrow a read-only one. */
export function isPdfArray(value: PdfValue | undefined): value is readonly PdfValue[] {
  return Array.isArray(value);
}

/** The value when it is of this kind. */
export function ofKind<K extends 'name' | 'text' | 'reference' | 'dictionary'>(
  value: PdfValue | undefined,
  kind: K,
): Extract<PdfValue, { readonly kind: K }> | undefined {
  if (typeof value !== 'object' || value === null || isPdfArray(value) || value.kind !== kind)
    return undefined;
  // The kind was just compared.
  return value as Extract<PdfValue, { readonly kind: K }>;
}
