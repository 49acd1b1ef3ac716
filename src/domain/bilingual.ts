/** One sentence for people, in both languages of the product. Placeholders are `{name}`. */
export interface Bilingual {
  readonly fr: string;
  readonly en: string;
}

export type Lang = keyof Bilingual;

export type FieldValue = string | number | boolean;

/** Fills `{name}` placeholders; a placeholder without a value stays visible, so that a gap is seen. */
export function fillText(text: string, values: Readonly<Record<string, FieldValue>>): string {
  return text.replace(/\{([\w-]+)\}/g, (whole, name: string) => {
    const value = values[name];
    return value === undefined ? whole : String(value);
  });
}
