/** Components of a CX as French XDS metadata use it: `id^^^&authority&ISO^type`. */
export interface Cx {
  readonly id: string;
  /** Universal id of CX.4. */
  readonly authority: string;
  /** Name space of CX.4, which XDS wants empty. */
  readonly namespace: string;
  /** Type of the universal id, `ISO`. */
  readonly authorityType: string;
  /** CX.5: `NH` for an INS, `PI` for a local number. */
  readonly type: string;
  /** Number of components written. */
  readonly components: number;
}

/** Splits a CX (ITI TF-3 table 4.2.3.1.7-2); undefined when it has no assigning authority at all. */
export function parseCx(text: string): Cx | undefined {
  const components = text.split('^');
  const [namespace = '', authority = '', authorityType = ''] = (components[3] ?? '').split('&');
  if (components.length < 4 || authority === '') return undefined;
  return {
    id: components[0] ?? '',
    authority,
    namespace,
    authorityType,
    type: components[4] ?? '',
    components: components.length,
  };
}
