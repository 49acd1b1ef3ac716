/**
 * The same text in memory of its own: a value read from a document is otherwise a window on the whole source, which
 * then lives as long as the value does.
 */
export function detachedText(text: string): string {
  return Buffer.from(text, 'utf16le').toString('utf16le');
}
