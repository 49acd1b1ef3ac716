/** French puts a space before its double signs and inside its quotation marks: one where no line may break. */
export function frenchSpaces(text: string): string {
  return text.replaceAll(/ (?=[:;?!»])/g, '\u00a0').replaceAll('« ', '«\u00a0');
}
