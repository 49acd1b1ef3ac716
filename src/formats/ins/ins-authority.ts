/** Who gave an INS, and in which world it is worth something. */
export interface InsAuthority {
  readonly oid: string;
  readonly nature: 'NIR' | 'NIA';
  readonly environment: 'production' | 'test' | 'demonstration';
  /** Namespace of HL7 v2 CX.4.1: tests keep the name of the NIR. */
  readonly namespace: 'ASIP-SANTE-INS-NIR' | 'ASIP-SANTE-INS-NIA';
  /** Code of the FR Core identifier type. */
  readonly fhirType: 'INS-NIR' | 'INS-NIA' | 'INS-NIR-TEST' | 'INS-NIR-DEMO';
}

const authorities: readonly InsAuthority[] = [
  nir('1.2.250.1.213.1.4.8', 'production', 'INS-NIR'),
  {
    oid: '1.2.250.1.213.1.4.9',
    nature: 'NIA',
    environment: 'production',
    namespace: 'ASIP-SANTE-INS-NIA',
    fhirType: 'INS-NIA',
  },
  nir('1.2.250.1.213.1.4.10', 'test', 'INS-NIR-TEST'),
  nir('1.2.250.1.213.1.4.11', 'demonstration', 'INS-NIR-DEMO'),
];

/** The authority behind an OID; undefined when the OID does not announce an INS (billing numbers, INS-C...). */
export function insAuthority(oid: string): InsAuthority | undefined {
  return authorities.find((authority) => authority.oid === oid);
}

/** OIDs that look like an INS and are not: billing numbers, INS-C, and one that circulates by mistake. */
export const notInsOids: ReadonlyMap<string, string> = new Map([
  ['1.2.250.1.213.1.4.2', 'INS-C'],
  ['1.2.250.1.213.1.4.5', '?'],
  ['1.2.250.1.213.1.4.6', 'INS-C (test)'],
  ['1.2.250.1.213.1.4.7', 'INS-C (demo)'],
  ['1.2.250.1.213.1.4.13', 'NSS-NIR'],
  ['1.2.250.1.213.1.4.14', 'NSS-NIA'],
]);

function nir(
  oid: string,
  environment: InsAuthority['environment'],
  fhirType: InsAuthority['fhirType'],
): InsAuthority {
  return { oid, nature: 'NIR', environment, namespace: 'ASIP-SANTE-INS-NIR', fhirType };
}
