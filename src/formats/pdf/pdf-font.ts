import { codeAt, identityCMap, parseCMap, type CMap } from './cmap.ts';
import { glyphText } from './glyph-names.ts';
import type { PdfFile } from './pdf-file.ts';
import type { PdfDictionary, PdfValue } from './pdf-value.ts';
import { baseEncoding, encodedText } from './simple-encodings.ts';
import { charactersByGlyph } from './true-type-cmap.ts';

/** One code of a string that a page shows. */
export interface ShownGlyph {
  /** What it shows; undefined when the file does not say. */
  readonly text: string | undefined;
  /** True when the file does not say and the usual meaning of the code is given: it may be another. */
  readonly guessed?: true;
  /** Its advance in text space of a font of size 1; undefined when the file does not say. */
  readonly width: number | undefined;
  /** True for the code 32 of one byte, to which word spacing applies (ISO 32000-1, 9.3.3). */
  readonly space: boolean;
}

/** In bytes: the largest maps of real fonts have some hundred thousand. */
const maxCMap = 2_000_000;

/** How a font of a page turns codes into text. */
export interface PdfFont {
  read(bytes: string): readonly ShownGlyph[];
  /** True for a font whose glyphs are drawings of the file, or bars and modules by its name. */
  readonly draws: boolean;
}

/** A font that the page names and the file lacks: read as the standard fonts are usually used. */
export const standardFont: PdfFont = simpleFont({
  textOf: (code) => encodedText('WinAnsiEncoding', code),
  widthOf: () => undefined,
  draws: false,
});

/** Reads what a font dictionary says of codes and widths (9.5 to 9.10). Never throws. */
export function readFont(file: PdfFile, font: PdfDictionary): PdfFont {
  const unicode = toUnicodeOf(file, font);
  const name = file.name(font.entries.get('BaseFont')) ?? '';
  const draws = /data ?matrix|barcode|2d-?code/i.test(name);
  switch (file.name(font.entries.get('Subtype'))) {
    case 'Type0':
      return compositeFont(file, font, { unicode, draws });
    case 'Type3':
      return simpleFont({
        textOf: textOfSimple(file, font, { unicode, name: '', embedded: true }),
        widthOf: widthsOf(file, font, type3Scale(file, font)),
        draws: true,
      });
    default: {
      const descriptor = file.dictionary(font.entries.get('FontDescriptor'));
      const embedded = ['FontFile', 'FontFile2', 'FontFile3'].some((key) => descriptor.entries.has(key));
      return simpleFont({
        textOf: textOfSimple(file, font, { unicode, name, embedded }),
        widthOf: /^(?:[A-Z]{6}\+)?Courier/.test(name) ? () => 0.6 : widthsOf(file, font, 0.001),
        draws,
      });
    }
  }
}

function simpleFont({
  textOf,
  widthOf,
  draws,
}: {
  readonly textOf: (code: number) => string | undefined;
  readonly widthOf: (code: number) => number | undefined;
  readonly draws: boolean;
}): PdfFont {
  const glyphs = new Map<number, ShownGlyph>();
  const glyphOf = (code: number): ShownGlyph => {
    const seen = glyphs.get(code);
    if (seen !== undefined) return seen;
    const glyph = { ...known(textOf(code), code), width: widthOf(code), space: code === 32 };
    glyphs.set(code, glyph);
    return glyph;
  };
  return {
    read: (bytes) => {
      const shown: ShownGlyph[] = [];
      for (let at = 0; at < bytes.length; at += 1) shown.push(glyphOf(bytes.charCodeAt(at) & 0xff));
      return shown;
    },
    draws,
  };
}

/** Codes of one byte whose meaning lies in a font program are most often those of WinAnsi all the same. */
function known(text: string | undefined, code: number): Pick<ShownGlyph, 'text' | 'guessed'> {
  return text === undefined ? { text: encodedText('WinAnsiEncoding', code), guessed: true } : { text };
}

function toUnicodeOf(file: PdfFile, font: PdfDictionary): CMap | undefined {
  const stream = file.stream(font.entries.get('ToUnicode'));
  const data = stream === undefined ? undefined : file.data(stream);
  return data === undefined || data.length > maxCMap ? undefined : parseCMap(data.toString('latin1'));
}

/** Fonts of signs, whose codes are no letters: what they show is no trait of anybody. */
const signs = /(?:symbol|dingbats|wingdings|webdings|marlett|awesome|icons?\b)/i;

function textOfSimple(
  file: PdfFile,
  font: PdfDictionary,
  known: { readonly unicode: CMap | undefined; readonly name: string; readonly embedded: boolean },
): (code: number) => string | undefined {
  const encoding = file.resolve(font.entries.get('Encoding'));
  const dictionary = file.dictionary(encoding);
  const base = baseEncoding(file.name(encoding) ?? file.name(dictionary.entries.get('BaseEncoding')));
  const differences = differencesOf(file, dictionary);
  const flags = file.number(file.dictionary(font.entries.get('FontDescriptor')).entries.get('Flags')) ?? 0;
  // The codes of an embedded symbolic font without encoding are those of its own program.
  const own = base === undefined && known.embedded && ((flags & 4) !== 0 || known.name === '');
  const usual =
    known.embedded && file.name(font.entries.get('Subtype')) === 'Type1'
      ? 'StandardEncoding'
      : 'WinAnsiEncoding';
  return (code) => {
    const said = known.unicode?.textOf(code);
    if (said !== undefined) return said;
    if (signs.test(known.name)) return '•';
    const name = differences.get(code);
    if (name !== undefined) return glyphText(name);
    return own ? undefined : encodedText(base ?? usual, code);
  };
}

function differencesOf(file: PdfFile, encoding: PdfDictionary): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  let code = 0;
  for (const one of file.array(encoding.entries.get('Differences'))) {
    if (typeof one === 'number') code = one;
    else {
      const name = file.name(one);
      if (name !== undefined) found.set(code, name);
      code += 1;
    }
  }
  return found;
}

function widthsOf(file: PdfFile, font: PdfDictionary, scale: number): (code: number) => number | undefined {
  const widths = file.array(font.entries.get('Widths'));
  const first = file.number(font.entries.get('FirstChar')) ?? 0;
  return (code) => {
    const width = file.number(widths[code - first]);
    return width === undefined ? undefined : width * scale;
  };
}

/** Widths of a Type 3 font are in its glyph space (9.6.5). */
function type3Scale(file: PdfFile, font: PdfDictionary): number {
  return Math.abs(file.number(file.array(font.entries.get('FontMatrix'))[0]) ?? 0.001);
}

function compositeFont(
  file: PdfFile,
  font: PdfDictionary,
  { unicode, draws }: { readonly unicode: CMap | undefined; readonly draws: boolean },
): PdfFont {
  const descendant = file.dictionary(file.array(font.entries.get('DescendantFonts'))[0]);
  const encoding = file.name(font.entries.get('Encoding')) ?? '';
  const codes = codesOf(file, font.entries.get('Encoding'), encoding);
  const widthOf = compositeWidths(file, descendant);
  const unicodeCodes = /-(?:UCS2|UTF16)-/.test(encoding);
  let program: ReadonlyMap<number, string> | undefined;
  const byProgram = (cid: number): string | undefined => {
    program ??= programCharacters(file, descendant);
    return program.get(cid);
  };
  const glyphs = new Map<number, ShownGlyph>();
  const glyphOf = (code: number, length: number): ShownGlyph => {
    const seen = glyphs.get(code);
    if (seen !== undefined) return seen;
    const cid = codes?.cidOf(code);
    const text =
      unicode?.textOf(code) ??
      (unicodeCodes ? String.fromCharCode(code) : cid === undefined ? undefined : byProgram(cid));
    const one = length === 1 ? known(text, code) : { text };
    const glyph = { ...one, width: widthOf(cid ?? -1), space: length === 1 && code === 32 };
    glyphs.set(code, glyph);
    return glyph;
  };
  return {
    read: (bytes) => {
      const shown: ShownGlyph[] = [];
      let at = 0;
      while (at < bytes.length) {
        const length = Math.max(1, Math.min(codes?.lengthAt(bytes, at) ?? 2, bytes.length - at));
        shown.push(glyphOf(codeAt(bytes, at, length), length));
        at += length;
      }
      return shown;
    },
    draws,
  };
}

/** How codes are cut, and their character ids; undefined for a predefined map other than those of two bytes. */
function codesOf(file: PdfFile, encoding: PdfValue | undefined, name: string): CMap | undefined {
  const stream = file.stream(encoding);
  const data = stream === undefined ? undefined : file.data(stream);
  if (data !== undefined && data.length <= maxCMap) return parseCMap(data.toString('latin1'));
  return /^Identity-[HV]$/.test(name) ? identityCMap : undefined;
}

/** Without a ToUnicode map, the program of the font may still say what a glyph is (9.7.4.2). */
function programCharacters(file: PdfFile, descendant: PdfDictionary): ReadonlyMap<number, string> {
  const descriptor = file.dictionary(descendant.entries.get('FontDescriptor'));
  const program = file.stream(descriptor.entries.get('FontFile2'));
  const map = file.name(descendant.entries.get('CIDToGIDMap'));
  const data = program === undefined || map !== 'Identity' ? undefined : file.data(program);
  return data === undefined ? new Map<number, string>() : charactersByGlyph(data);
}

/** Characters of one font. */
const maxWidths = 70_000;

/** The W array (9.7.4.3): `first [w1 w2 ...]` and `first last w`. */
function compositeWidths(file: PdfFile, descendant: PdfDictionary): (cid: number) => number | undefined {
  const widths = new Map<number, number>();
  const list = file.array(descendant.entries.get('W'));
  for (let at = 0; at + 1 < list.length && widths.size < maxWidths;) {
    const first = file.number(list[at]) ?? 0;
    const several = file.resolve(list[at + 1]);
    if (Array.isArray(several)) {
      for (const [index, one] of file.array(list[at + 1]).entries())
        widths.set(first + index, file.number(one) ?? 0);
      at += 2;
    } else {
      const last = Math.min(file.number(list[at + 1]) ?? first, first + maxWidths);
      for (let cid = first; cid <= last; cid += 1) widths.set(cid, file.number(list[at + 2]) ?? 0);
      at += 3;
    }
  }
  const usual = file.number(descendant.entries.get('DW')) ?? 1000;
  return (cid) => (widths.get(cid) ?? usual) / 1000;
}
