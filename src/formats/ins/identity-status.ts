/** The four exclusive trust statuses of the RNIV (EXI SI 07). */
export type IdentityStatus = 'PROV' | 'VALI' | 'RECUP' | 'QUAL';

/** True when an identity of that status may travel with its INS: only a qualified one may (r.28, EXI ID 29). */
export function mayCarryIns(status: IdentityStatus): boolean {
  return status === 'QUAL';
}

/** Codes of HL7 table 0445 in its French extension: what PID-32 may hold. */
export const reliabilityCodes: ReadonlySet<string> = new Set(
  'VIDE PROV VALI DOUB DESA DPOT DOUA COLP COLV FILI CACH ANOM IDVER RECD IDRA USUR HOMD HOMA INVA FICT DOUT'.split(
    ' ',
  ),
);
