import { insAuthority } from '../../../../formats/ins/ins-authority.ts';

/** True for the OIDs under which a matricule INS travels: NIR, NIA, test, demonstration. */
export function isInsOid(oid: string): boolean {
  return insAuthority(oid) !== undefined;
}
