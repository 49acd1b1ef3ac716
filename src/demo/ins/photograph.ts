import type { Identities } from './identities.ts';
import type { Ins, Statut, Traits } from './identity.ts';

/** What of an identity is told to others when it changes. */
export interface Photograph {
  readonly statut: Statut;
  readonly traits: Traits;
  readonly ins: Ins | undefined;
}

/** The identities as they are, to find later what an act changed. */
export function photograph(identities: Identities): ReadonlyMap<string, Photograph> {
  return new Map(
    identities.all().map(({ id, statut, traits, ins }) => [id, { statut, traits, ins }] as const),
  );
}
