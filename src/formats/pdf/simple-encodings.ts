/** Characters 128 to 159 of WinAnsiEncoding (ISO 32000-1, D.2); the others are those of Latin-1. */
const winAnsi = '€•‚ƒ„…†‡ˆ‰Š‹Œ•Ž••‘’“”•–—˜™š›œ•žŸ';
/** Characters 128 to 255 of MacRomanEncoding. */
const macRoman =
  'ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»… ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\uf8ffÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ';
/** Characters 161 to 251 of StandardEncoding, `.` where there is none. */
const standard =
  "¡¢£⁄¥ƒ§¤'“«‹›ﬁﬂ.–†‡·.¶•‚„”»…‰.¿.`´ˆ˜¯˘˙¨.˚¸.˝˛ˇ—................Æ.ª....ŁØŒº.....æ...ı..łøœß";

export type BaseEncoding = 'WinAnsiEncoding' | 'MacRomanEncoding' | 'StandardEncoding';

/** The base encoding of this name; undefined for another. */
export function baseEncoding(name: string | undefined): BaseEncoding | undefined {
  return name === 'WinAnsiEncoding' || name === 'MacRomanEncoding' || name === 'StandardEncoding'
    ? name
    : undefined;
}

/** What a code shows in a base encoding; undefined where the encoding has nothing. */
export function encodedText(encoding: BaseEncoding, code: number): string | undefined {
  if (code < 0x20) return undefined;
  switch (encoding) {
    case 'WinAnsiEncoding':
      return code >= 0x80 && code < 0xa0 ? winAnsi[code - 0x80] : String.fromCharCode(code);
    case 'MacRomanEncoding':
      if (code < 0x80) return String.fromCharCode(code);
      return macRoman[code - 0x80];
    case 'StandardEncoding': {
      if (code === 0x27) return '’';
      if (code === 0x60) return '‘';
      if (code < 0x7f) return String.fromCharCode(code);
      const shown = standard[code - 0xa1];
      return shown === '.' ? undefined : shown;
    }
  }
}
