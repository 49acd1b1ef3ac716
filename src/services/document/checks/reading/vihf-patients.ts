import type { Vihf } from '../../../../formats/vihf/vihf.ts';
import type { Observation } from './judge-found.ts';

const RESOURCE = 'urn:oasis:names:tc:xacml:2.0:resource:resource-id';

/** A `resource-id` as written, and where. */
export interface VihfPatient {
  readonly written: string;
  readonly at: NonNullable<Observation['at']>;
}

/** The patients whom assertions designate. */
export function vihfPatients(assertions: readonly Vihf[]): readonly VihfPatient[] {
  return assertions.flatMap(({ attributes }) =>
    attributes
      .filter(({ name }) => name === RESOURCE)
      .map(({ values, at }) => ({ written: values[0]?.text ?? '', at })),
  );
}
