/** An organisation of XDS metadata (authorInstitution). */
export interface Xon {
  readonly name: string;
  /** Universal id of XON.6. */
  readonly authority: string;
  /** XON.7: `IDNST`, `SIREN`. */
  readonly idType: string;
  /** XON.10, the identifier. */
  readonly id: string;
}

/** Splits an XON; components that are absent read as empty. */
export function parseXon(text: string): Xon {
  const components = text.split('^');
  return {
    name: components[0] ?? '',
    authority: (components[5] ?? '').split('&')[1] ?? '',
    idType: components[6] ?? '',
    id: components[9] ?? '',
  };
}
