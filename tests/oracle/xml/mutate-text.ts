/** Text that matters to a parser, to be put anywhere. */
const fragments = [
  '<', '>', '/', '&', ';', '"', "'", '=', '!', '?', '-', '[', ']', ':', '#', 'x', '.', '1', ' ', '\t', '\n', '\r',
  '\r\n', '<!--', '-->', '--', ']]>', '<![CDATA[', '<![CDATA[]]>', '<?', '?>', '<?xml version="1.0"?>', '<?p q?>',
  '<!-- c -->', '</', '/>', '<a>', '</a>', '<a/>', '<p:a/>', '<a b="1"/>', '&amp;', '&lt;', '&#65;', '&#x41;', '&#0;',
  '&#xFFFF;', '&#x1F600;', '&eacute;', '&x', 'xmlns=""', ' xmlns:p="u"', ' xmlns:xsi=""', ' xml:id="i"', ' b="2"',
  ' p:b="2"', ' c', ' xmlns="http://www.w3.org/2000/xmlns/"', 'é', '·', '\u0301', '\u00d7', '\u2028', '\u0085', '\u00a0',
  '\ufeff', '\ufffd', '\ufffe', '\0', '\u001b', '\u{1f600}', '\u{effff}', '\u{f0000}',
] as const; // prettier-ignore

/** The same text with one to three small edits anywhere: what a parser must tell from the original. */
export function mutatedText(source: string, random: () => number): string {
  let text = source;
  const edits = 1 + Math.floor(random() * 3);
  for (let count = 0; count < edits; count += 1) text = editedOnce(text, random);
  // An edit may cut a pair of surrogates: what is no text becomes U+FFFD.
  return Buffer.from(text).toString();
}

function editedOnce(text: string, random: () => number): string {
  const pick = (size: number): number => Math.floor(random() * size);
  // Markup is where parsers differ: three edits in four are beside some.
  const near = text.search(/[<&]/) < 0 || random() < 0.25 ? pick(text.length + 1) : beside(text, pick);
  const fragment = fragments[pick(fragments.length)] ?? '';
  const length = 1 + pick(random() < 0.8 ? 3 : 60);
  const [before, after] = [text.slice(0, near), text.slice(near)];
  switch (pick(6)) {
    case 0:
      return before + after.slice(length);
    case 1:
      return before + after.slice(0, length) + after;
    case 2:
      return before + fragment + after.slice(length);
    case 3: {
      const elsewhere = pick(text.length);
      return before + text.slice(elsewhere, elsewhere + length) + after;
    }
    case 4:
      return random() < 0.1 ? before : before + after.charAt(1) + after.charAt(0) + after.slice(2);
    default:
      return before + fragment + after;
  }
}

function beside(text: string, pick: (size: number) => number): number {
  const from = pick(text.length);
  const found = /[<>&"'=/:]/g;
  found.lastIndex = from;
  return Math.min(text.length, (found.exec(text)?.index ?? from) + pick(3));
}
