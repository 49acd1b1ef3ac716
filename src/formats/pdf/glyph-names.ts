/** Names of glyphs of the standard Latin set and what they show (ISO 32000-1, annex D; the Adobe Glyph List). */
const pairs = `space  exclam ! quotedbl " numbersign # dollar $ percent % ampersand & quotesingle ' quoteright ’ parenleft ( parenright ) asterisk * plus + comma , hyphen - period . slash / zero 0 one 1 two 2 three 3 four 4 five 5 six 6 seven 7 eight 8 nine 9 colon : semicolon ; less < equal = greater > question ? at @ bracketleft [ backslash \\ bracketright ] asciicircum ^ underscore _ grave \` quoteleft ‘ braceleft { bar | braceright } asciitilde ~ exclamdown ¡ cent ¢ sterling £ fraction ⁄ yen ¥ florin ƒ section § currency ¤ quotedblleft “ guillemotleft « guilsinglleft ‹ guilsinglright › fi fi fl fl ff ff ffi ffi ffl ffl endash – dagger † daggerdbl ‡ periodcentered · paragraph ¶ bullet • quotesinglbase ‚ quotedblbase „ quotedblright ” guillemotright » ellipsis … perthousand ‰ questiondown ¿ acute ´ circumflex ˆ tilde ˜ macron ¯ breve ˘ dotaccent ˙ dieresis ¨ ring ˚ cedilla ¸ hungarumlaut ˝ ogonek ˛ caron ˇ emdash — AE Æ ordfeminine ª Lslash Ł Oslash Ø OE Œ ordmasculine º ae æ dotlessi ı lslash ł oslash ø oe œ germandbls ß Aacute Á Acircumflex Â Adieresis Ä Agrave À Aring Å Atilde Ã Ccedilla Ç Eacute É Ecircumflex Ê Edieresis Ë Egrave È Eth Ð Iacute Í Icircumflex Î Idieresis Ï Igrave Ì Ntilde Ñ Oacute Ó Ocircumflex Ô Odieresis Ö Ograve Ò Otilde Õ Scaron Š Thorn Þ Uacute Ú Ucircumflex Û Udieresis Ü Ugrave Ù Yacute Ý Ydieresis Ÿ Zcaron Ž aacute á acircumflex â adieresis ä agrave à aring å atilde ã ccedilla ç eacute é ecircumflex ê edieresis ë egrave è eth ð iacute í icircumflex î idieresis ï igrave ì ntilde ñ oacute ó ocircumflex ô odieresis ö ograve ò otilde õ scaron š thorn þ uacute ú ucircumflex û udieresis ü ugrave ù yacute ý ydieresis ÿ zcaron ž brokenbar ¦ copyright © degree ° divide ÷ logicalnot ¬ minus − mu µ multiply × onehalf ½ onequarter ¼ onesuperior ¹ plusminus ± registered ® threequarters ¾ threesuperior ³ trademark ™ twosuperior ² Euro € notequal ≠ infinity ∞ lessequal ≤ greaterequal ≥ nbspace  nonbreakingspace  sfthyphen - uni00A0 `;

const names: ReadonlyMap<string, string> = new Map(
  [...pairs.matchAll(/(\S+) (\S*)(?: |$)/g)].map(([, name = '', shown = '']) => [
    name,
    shown === '' ? ' ' : shown,
  ]),
);

/**
 * What a glyph shows by its name: the standard names, the letters and digits themselves, `uniXXXX` and `uXXXXXX`, with
 * what follows a dot left out; undefined for a name that says nothing.
 */
export function glyphText(name: string): string | undefined {
  const base = name.split('.')[0] ?? '';
  if (/^[A-Za-z]$/.test(base)) return base;
  const known = names.get(base);
  if (known !== undefined) return known;
  const units = /^uni((?:[0-9A-F]{4})+)$/.exec(base)?.[1]?.match(/.{4}/g);
  const point = /^u([0-9A-F]{4,6})$/.exec(base)?.[1];
  const points = units ?? (point === undefined ? undefined : [point]);
  if (points === undefined) return undefined;
  const codes = points.map((hex) => parseInt(hex, 16));
  return codes.every((code) => code <= 0x10ffff) ? String.fromCodePoint(...codes) : undefined;
}
