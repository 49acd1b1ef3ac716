/** A person or a device of XDS metadata (authorPerson, legalAuthenticator). */
export interface Xcn {
  readonly id: string;
  readonly family: string;
  readonly given: string;
  /** Universal id of XCN.9. */
  readonly authority: string;
  /** XCN.10: `D`, `U`. */
  readonly nameType: string;
  /** XCN.13: `IDNPS`, `EI`, `RI`, `NH`. */
  readonly idType: string;
}

/** Splits an XCN; components that are absent read as empty. */
export function parseXcn(text: string): Xcn {
  const components = text.split('^');
  return {
    id: components[0] ?? '',
    family: components[1] ?? '',
    given: components[2] ?? '',
    authority: (components[8] ?? '').split('&')[1] ?? '',
    nameType: components[9] ?? '',
    idType: components[12] ?? '',
  };
}
