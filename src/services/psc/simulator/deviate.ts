import type { CarriedDeviation } from '../../../wire/http-exchange.ts';
import type { PscWorld } from './psc-world.ts';

export interface Deviation<A> {
  readonly artefact: A;
  readonly faults: readonly string[];
  /** Hands the attestation to the wire; nothing for a faithful reply. */
  carried(after?: Uint8Array): readonly CarriedDeviation[];
}

/**
 * Applies the armed faults of a target. A fault that leaves the artefact as it was (`slow_down` on the first poll) is
 * not attested: `same` lists other artefacts that count as faithful.
 */
export function deviate<A>(
  world: PscWorld,
  target: string,
  artefact: A,
  context: object,
  same: readonly A[] = [],
): Deviation<A> {
  const deviated = world.context.armory.apply(target, artefact, context);
  const faithful = deviated.artefact === artefact || same.includes(deviated.artefact);
  return {
    artefact: deviated.artefact,
    faults: faithful ? [] : deviated.faults,
    carried: (after) =>
      faithful || deviated.faults.length === 0
        ? []
        : [{ deviated, ...(after === undefined ? {} : { after }) }],
  };
}
