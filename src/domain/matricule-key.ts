/**
 * Key of the 13 characters of an INS number: 97 − (N mod 97), with `2A` read 19 and `2B` read 18 at positions 6 and 7.
 * Two digits, `01` to `97`. The number must have the form of a matricule: nothing is checked here.
 */
export function matriculeKey(number: string): string {
  const department = number.slice(5, 7).replace('2A', '19').replace('2B', '18');
  const digits = number.slice(0, 5) + department + number.slice(7);
  // 13 digits stay below 2^53.
  return String(97 - (Number(digits) % 97)).padStart(2, '0');
}
