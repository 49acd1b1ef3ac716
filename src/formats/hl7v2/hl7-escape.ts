import type { Hl7Delimiters } from './hl7-message.ts';

/** Letters of the escape sequences that stand for a separator (HL7 v2.5 §2.7.1). */
function separators(delimiters: Hl7Delimiters): readonly (readonly [string, string])[] {
  return [
    ['E', delimiters.escape],
    ['F', delimiters.field],
    ['S', delimiters.component],
    ['R', delimiters.repetition],
    ['T', delimiters.subcomponent],
  ];
}

/** Replaces separators, escape characters and line breaks by their sequences, so that a text is one value. */
export function escapeHl7(text: string, delimiters: Hl7Delimiters): string {
  const letters = new Map(separators(delimiters).map(([letter, char]) => [char, letter]));
  return Array.from(text, (char) => {
    const letter = letters.get(char) ?? { '\r': 'X0D', '\n': 'X0A', '\x1c': 'X1C', '\x0b': 'X0B' }[char];
    return letter === undefined ? char : delimiters.escape + letter + delimiters.escape;
  }).join('');
}

/**
 * Replaces escape sequences by what they stand for: separators, `\Xhh..\` bytes and `\.br\`. Highlighting `\H\` `\N\`
 * gives nothing; an unknown or unclosed sequence stays as written, so that it is seen.
 */
export function unescapeHl7(text: string, delimiters: Hl7Delimiters): string {
  const { escape } = delimiters;
  if (!text.includes(escape)) return text;
  const chars = new Map(separators(delimiters));
  let out = '';
  let at = 0;
  while (at < text.length) {
    const open = text.indexOf(escape, at);
    const close = open === -1 ? -1 : text.indexOf(escape, open + 1);
    if (close === -1) break;
    const body = text.slice(open + 1, close);
    const meaning = chars.get(body) ?? meaningOf(body);
    if (meaning === undefined) {
      // The closing character may open the next sequence.
      out += text.slice(at, close);
      at = close;
      continue;
    }
    out += text.slice(at, open) + meaning;
    at = close + 1;
  }
  return out + text.slice(at);
}

function meaningOf(body: string): string | undefined {
  if (body === 'H' || body === 'N') return '';
  if (/^\.(br|sp)\d*$/.test(body)) return '\n';
  if (!/^X(?:[0-9A-Fa-f]{2})+$/.test(body)) return undefined;
  return Buffer.from(body.slice(1), 'hex').toString('latin1');
}
