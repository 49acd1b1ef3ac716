/** The digit that makes `digits` followed by it pass the Luhn test, as RPPS, FINESS and SIRET numbers do. */
export function luhnKey(digits: string): string {
  let total = 0;
  for (let index = 0; index < digits.length; index += 1) {
    const digit = Number(digits.charAt(digits.length - 1 - index));
    const doubled = index % 2 === 0 ? digit * 2 : digit;
    total += doubled > 9 ? doubled - 9 : doubled;
  }
  return String((10 - (total % 10)) % 10);
}
