/**
 * The one string that the engine keeps for a text: names and namespaces made by it compare by pointer, and hold on to no
 * source of which they were a window.
 */
export function internedText(text: string): string {
  // A property key is always interned.
  for (const key in { [text]: 0 }) return key;
  return text;
}
