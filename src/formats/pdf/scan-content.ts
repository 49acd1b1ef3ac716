/** What one content stream shows (ISO 32000-1, 8 and 9.4). */
export interface ScannedContent {
  readonly text: string;
  /** Rectangles and subpaths. */
  readonly shapes: number;
  readonly inlineImages: number;
  /** True when the text was longer than `room`. */
  readonly cut: boolean;
}

const token =
  /%[^\r\n]*|\((?:[^()\\]|\\[\s\S])*\)|\(|<<|>>|<[0-9A-Fa-f\s]*>|[[\]{}]|\/[^\s()<>[\]{}/%]*|[^\s()<>[\]{}/%]+/g;
/** Characters 128 to 159 of WinAnsiEncoding (ISO 32000-1, D.2); the others are those of Latin-1. */
const winAnsi = '€•‚ƒ„…†‡ˆ‰Š‹Œ•Ž••‘’“”•–—˜™š›œ•žŸ';
/** A shift to the left of this many thousandths of the font size inside of TJ reads as a space. */
const wordGap = -180;

/** Reads the operators of a content stream, in one pass; undefined when it holds none that shows or draws. */
export function scanContent(content: string, room: number): ScannedContent | undefined {
  const text: string[] = [];
  let operands: string[] = [];
  let [length, shapes, inlineImages, operators, cut] = [0, 0, 0, 0, false];
  const write = (part: string): void => {
    if (length + part.length > room) cut = true;
    else {
      text.push(part);
      length += part.length;
    }
  };
  token.lastIndex = 0;
  for (let found = token.exec(content); found !== null; found = token.exec(content)) {
    let [word] = found;
    if (word === '(') {
      const end = closing(content, found.index);
      word = content.slice(found.index, end);
      token.lastIndex = end;
    }
    if (!/^[A-Za-z'"]/.test(word)) {
      operands.push(word);
      continue;
    }
    switch (word) {
      case 'Tj':
      case 'TJ':
      case "'":
      case '"':
        operators += 1;
        if (word === "'" || word === '"') write('\n');
        write(shown(operands));
        break;
      case 'Td':
      case 'TD':
      case 'T*':
      case 'Tm':
      case 'ET':
        operators += 1;
        write('\n');
        break;
      case 're':
      case 'm':
        operators += 1;
        shapes += 1;
        break;
      case 'BI':
        inlineImages += 1;
        operators += 1;
        token.lastIndex = afterInlineImage(content, token.lastIndex);
        break;
      default:
    }
    operands = [];
  }
  if (operators === 0) return undefined;
  return { text: text.join('').replace(/\n{2,}/g, '\n'), shapes, inlineImages, cut };
}

function shown(operands: readonly string[]): string {
  return operands
    .map((operand) => {
      if (operand.startsWith('(')) return unescaped(operand.slice(1, -1));
      if (/^<[^<]/.test(operand)) return decoded(Buffer.from(hexDigits(operand), 'hex').toString('latin1'));
      return Number(operand) <= wordGap ? ' ' : '';
    })
    .join('');
}

/** The end of a string with balanced parentheses inside; the end of the content when it is never closed. */
function closing(content: string, start: number): number {
  let depth = 0;
  for (let at = start; at < content.length; at += 1) {
    const character = content[at];
    if (character === '\\') at += 1;
    else if (character === '(') depth += 1;
    else if (character === ')') {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return content.length;
}

const letters: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

function unescaped(literal: string): string {
  const plain = literal.replace(/\\(\r\n|[0-7]{1,3}|[\s\S])/g, (_, escape: string) => {
    if (/^[0-7]/.test(escape)) return String.fromCharCode(parseInt(escape, 8) & 0xff);
    if (/^[\r\n]/.test(escape)) return '';
    return letters[escape] ?? escape;
  });
  return decoded(plain);
}

/** A digit that lacks at the end is 0 (ISO 32000-1, 7.3.4.3). */
function hexDigits(operand: string): string {
  const digits = operand.replace(/[<>\s]/g, '');
  return digits.length % 2 === 0 ? digits : `${digits}0`;
}

function decoded(plain: string): string {
  return plain.replace(/[\u0080-\u009f]/g, (character) => winAnsi[character.charCodeAt(0) - 0x80] ?? '');
}

/** Samples are binary: the operator that ends them stands alone between white space. */
function afterInlineImage(content: string, from: number): number {
  const end = /\sEI(?=\s|$)/g;
  end.lastIndex = from;
  const found = end.exec(content);
  return found === null ? content.length : found.index + found[0].length;
}
