/** Releases of FR Core whose INS rules differ; each release changed them. */
export type FrCoreVersion = '2.0.1' | '2.1.0' | '2.2.0';

/** INS rules of one release of `fr-core-patient-ins`. */
export interface FrCoreRules {
  /** OIDs that satisfy invariant fr-core-1 of the release. */
  readonly insOids: readonly string[];
  /** Values of `use` by identifier type. */
  readonly use: Readonly<Record<string, readonly string[]>>;
  /** Invariant fr-core-2: exactly one official identifier when VALI. */
  readonly oneOfficial: boolean;
  /** Invariant fr-core-3: the birth place of a VALI identity is known. */
  readonly knownBirthPlace: boolean;
  /** Least number of identity reliability extensions. */
  readonly reliability: 0 | 1;
}

const root = 'urn:oid:1.2.250.1.213.1.4.';

/** Rules by release, as the published profiles state them; 2.1.0 forgets the demonstration OID, and so do we for it. */
export const frCoreRules: Readonly<Record<FrCoreVersion, FrCoreRules>> = {
  '2.0.1': {
    insOids: [`${root}8`, `${root}9`],
    use: { 'INS-NIR': ['official'], 'INS-NIA': ['temp'] },
    oneOfficial: false,
    knownBirthPlace: false,
    reliability: 1,
  },
  '2.1.0': {
    insOids: [`${root}8`, `${root}9`, `${root}10`],
    use: {
      'INS-NIR': ['official'],
      'INS-NIA': ['temp'],
      'INS-NIR-TEST': ['official'],
      'INS-NIR-DEMO': ['official'],
    },
    oneOfficial: false,
    knownBirthPlace: false,
    reliability: 1,
  },
  '2.2.0': {
    insOids: [`${root}8`, `${root}9`, `${root}10`, `${root}11`],
    use: {
      'INS-NIR': ['official', 'old'],
      'INS-NIA': ['official', 'old'],
      'INS-NIR-TEST': ['official'],
      'INS-NIR-DEMO': ['official'],
    },
    oneOfficial: true,
    knownBirthPlace: true,
    reliability: 0,
  },
};
