import type { FieldValue } from './bilingual.ts';

/** Where inside a preuve a finding lies: a JSON pointer, XPath, header, segment-field or byte range. */
export interface FindingLocation {
  /** Id of the preuve looked at. */
  readonly preuve?: string;
  /** e.g. `query.acr_values`, `PID-3[2].4.2`, `/ClinicalDocument/id[1]/@root`. */
  readonly path?: string;
  readonly line?: number;
  readonly column?: number;
  /** First byte and one past the last. */
  readonly bytes?: readonly [number, number];
}

/**
 * What a check saw against what it expected. Codes and values only: the sentences are in the check's
 * `findings` table.
 */
export interface Finding {
  readonly code: string;
  readonly expected?: FieldValue;
  readonly actual?: FieldValue;
  readonly values?: Readonly<Record<string, FieldValue>>;
  readonly where?: FindingLocation;
}
