/**
 * True for an OID that XDS and the French header accept: 64 characters at most, at least two arcs, none
 * with a leading zero, the second below 40 under 0 and 1 (ISO 9834-1; ITI TF-3 4.2.3.1.9; SM header, id).
 */
export function isOid(text: string): boolean {
  if (text.length > 64 || !/^[0-2](\.(0|[1-9]\d*))+$/.test(text)) return false;
  return text.startsWith('2.') || Number(text.split('.')[1]) < 40;
}
