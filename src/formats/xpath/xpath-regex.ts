import { XPathError } from './xpath-error.ts';

const compiled = new Map<string, RegExp>();

/**
 * The JavaScript expression with the meaning of an XPath 2 one (functions section 7.6.1): `\d` and `\w` are
 * Unicode, `\s` is XML white space, `\i` and `\c` name characters, classes subtract. Throws FORX0001, FORX0002.
 */
export function xpathRegex(pattern: string, flags: string): RegExp {
  const key = `${flags}/${pattern}`;
  const known = compiled.get(key);
  if (known !== undefined) return known;
  if (!/^[smixq]*$/.test(flags)) throw new XPathError('FORX0001', `invalid flags ${flags}`);
  const source = flags.includes('x') ? pattern.replace(/[ \t\r\n]/g, '') : pattern;
  try {
    const options = `gv${flags.includes('s') ? 's' : ''}${flags.includes('m') ? 'm' : ''}${flags.includes('i') ? 'i' : ''}`;
    const regex = new RegExp(translate(source), options);
    if (compiled.size > 500) compiled.clear();
    compiled.set(key, regex);
    return regex;
  } catch (cause) {
    if (cause instanceof XPathError) throw cause;
    throw new XPathError('FORX0002', `invalid regular expression ${pattern}`);
  }
}

const classes: Readonly<Record<string, string>> = {
  d: String.raw`\p{Nd}`,
  D: String.raw`\P{Nd}`,
  s: String.raw`[ \t\n\r]`,
  S: String.raw`[^ \t\n\r]`,
  w: String.raw`[^\p{P}\p{Z}\p{C}]`,
  W: String.raw`[\p{P}\p{Z}\p{C}]`,
  i: String.raw`[\p{L}_:]`,
  I: String.raw`[^\p{L}_:]`,
  c: String.raw`[\p{L}\p{M}\p{N}_:.\-·]`,
  C: String.raw`[^\p{L}\p{M}\p{N}_:.\-·]`,
};

function translate(source: string): string {
  let out = '';
  let depth = 0;
  for (let at = 0; at < source.length; at += 1) {
    const char = source.charAt(at);
    if (char === '\\') {
      const next = source.charAt(at + 1);
      at += 1;
      if (Object.hasOwn(classes, next)) out += classes[next] ?? '';
      else if (next === 'p' || next === 'P') {
        const end = source.indexOf('}', at);
        out += `\\${source.slice(at, end + 1)}`;
        at = end;
      } else if (/[nrt]/.test(next) || (/\d/.test(next) && depth === 0)) out += `\\${next}`;
      else out += literal(next, depth > 0);
    } else if (char === '[') {
      const opening = source.startsWith('[^', at) ? '[^' : '[';
      depth += 1;
      out += opening;
      at += opening.length - 1;
    } else if (char === ']' && depth > 0) {
      depth -= 1;
      out += ']';
    } else if (depth > 0) {
      if (char === '-' && source.charAt(at + 1) === '[') out += '--';
      else if (char === '-' && isRange(source, at)) out += '-';
      else out += literal(char, true);
    } else if (char === '^' && /[*+?{]/.test(source.charAt(at + 1))) out += '(?:^)';
    else out += char === '/' ? '\\/' : char;
  }
  return out;
}

/** A hyphen is a range between two characters, and itself at the ends of a class or after an escape class. */
function isRange(source: string, at: number): boolean {
  const before = source.charAt(at - 1);
  const after = source.charAt(at + 1);
  const opensClass = before === '[' || (before === '^' && source.charAt(at - 2) === '[');
  const afterClass = source.charAt(at - 2) === '\\' && Object.hasOwn(classes, before);
  return !opensClass && !afterClass && after !== ']' && after !== '';
}

function literal(char: string, inClass: boolean): string {
  const special = inClass ? /[\^$\\.*+?()[\]{}|/\-&!#%,:;<=>@`~]/ : /[\^$\\.*+?()[\]{}|/]/;
  return special.test(char) ? `\\${char}` : char;
}
