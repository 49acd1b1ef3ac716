/**
 * Codes of FR Core 2.2.0 (published 2026-03-25), value set by value set. Those of 2.0.1 and 2.1.0 are the same, except
 * INS-NIR-DEMO and the types of billing numbers, which came later.
 */
export const frCoreCodes: Readonly<
  Record<
    | 'gender'
    | 'identifierType'
    | 'localNumberUse'
    | 'identityStatus'
    | 'methodCollection'
    | 'validationMode'
    | 'otherValidationMode',
    readonly string[]
  >
> = {
  /** `fr-core-vs-patient-gender`, required. */
  gender: ['male', 'female', 'unknown'],
  /** `fr-core-cs-v2-0203`, complete. */
  identifierType: [
    ...['ADELI', 'RPPS', 'RPPSRG', 'IDNPS', 'NNFRA', 'NDP'],
    ...['INS-C', 'INS-NIA', 'INS-NIR', 'INS-NIR-TEST', 'INS-NIR-DEMO'],
    ...['FINEJ', 'FINEG', 'SIREN', 'SIRET', 'IDNST', 'INTRN', 'EXTRN'],
  ],
  /** `fr-core-vs-patient-identifier-use-pi`, required of a local number. */
  localNumberUse: ['usual', 'old'],
  /** `fr-core-cs-v2-0445`, complete; the binding of identityStatus is extensible. */
  identityStatus: [
    ...['VIDE', 'PROV', 'VALI', 'DOUB', 'DESA', 'DPOT', 'DOUA', 'COLP', 'COLV', 'FILI', 'CACH'],
    ...['ANOM', 'IDVER', 'RECD', 'IDRA', 'USUR', 'HOMD', 'HOMA', 'INVA', 'FICT', 'DOUT'],
  ],
  /** `fr-core-cs-method-collection`. */
  methodCollection: ['SM', 'CV', 'INSI', 'CB', 'RFID'],
  /** `fr-core-vs-mode-validation-identity-ins`, required by the INS profile. */
  validationMode: ['PA', 'CN', 'AN', 'LE'],
  /** The other codes of `fr-core-cs-mode-validation-identity`: the identity may be proved by them all the same. */
  otherValidationMode: ['CC', 'CE', 'CM', 'CS', 'PC', 'TC', 'DC', 'AC', 'IE'],
};

/** Codes that the sources of the release to come add: read, and no fault. */
export const comingCodes: Readonly<Record<'identityStatus' | 'methodCollection', readonly string[]>> = {
  identityStatus: ['RECUP', 'QUAL'],
  methodCollection: ['AV'],
};

/** System of the identifier types of FR Core. */
export const identifierTypeSystem: string = 'https://hl7.fr/ig/fhir/core/CodeSystem/fr-core-cs-v2-0203';
