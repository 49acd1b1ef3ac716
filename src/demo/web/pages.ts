const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escape(value: string): string {
  return value.replace(/[&<>"]/g, (character) => escapes[character] ?? character);
}

/** One page of the product: a title, paragraphs, and links as buttons. */
export function page(
  title: string,
  paragraphs: readonly string[],
  links: Readonly<Record<string, string>> = {},
): string {
  const anchors = Object.entries(links)
    .map(([label, href]) => `<p><a class="bouton" href="${escape(href)}">${escape(label)}</a></p>`)
    .join('\n');
  return `<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<title>${escape(title)} - LPS de démonstration</title>
<style>body{font:1rem/1.5 sans-serif;max-width:40rem;margin:2rem auto;padding:0 1rem}
.bouton{display:inline-block;padding:.6rem 1rem;background:#1b3a6b;color:#fff;text-decoration:none;border-radius:.3rem}</style>
</head>
<body>
<main>
<h1>${escape(title)}</h1>
${paragraphs.map((text) => `<p>${escape(text)}</p>`).join('\n')}
${anchors}
</main>
</body>
</html>
`;
}
