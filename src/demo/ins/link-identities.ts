import type { Identities } from './identities.ts';
import type { Identity } from './identity.ts';
import type { InsConduct } from './ins-conduct.ts';

/** What a merge is about: the duplicate goes, the other stays as it is. */
export interface Merge {
  readonly survivor: Identity;
  readonly duplicate: Identity;
}

/** Merges a duplicate: what it holds of an INS never goes over, only INSi and a proof give one. */
export function mergeIdentities(
  { survivor, duplicate }: Merge,
  identities: Identities,
  conduct: InsConduct,
): void {
  if (conduct.copiesMergedIns === true && duplicate.ins !== undefined)
    identities.adopt(survivor, duplicate.ins, survivor.statut);
  for (const other of identities.all()) separate(other, duplicate);
  if (conduct.keepsMergedIdentity !== true) identities.remove(duplicate);
}

/** Links two identities: both stay, each with what it holds. */
export function link(one: Identity, other: Identity): void {
  one.rapprochees = [...new Set([...one.rapprochees, other.id])];
  other.rapprochees = [...new Set([...other.rapprochees, one.id])];
}

export function separate(one: Identity, other: Identity): void {
  one.rapprochees = one.rapprochees.filter((id) => id !== other.id);
  other.rapprochees = other.rapprochees.filter((id) => id !== one.id);
}
