import type { WireReply } from '../../../wire/http-exchange.ts';

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text made safe inside elements and quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => escapes[character] ?? '');
}

/** A small page of the portal; `main` is trusted markup. */
export function htmlPage(
  status: number,
  page: { readonly title: string; readonly main: string },
  record: Pick<WireReply, 'kind' | 'view' | 'deviations' | 'recorded'>,
): WireReply {
  const title = escapeHtml(page.title);
  return {
    ...record,
    status,
    headers: [
      ['Content-Type', 'text/html; charset=utf-8'],
      ['Cache-Control', 'no-store'],
      ['Content-Security-Policy', "default-src 'none'; style-src 'unsafe-inline'"],
    ],
    body: `<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title}</title>
<style>
body { font: 1.1rem/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 42rem; padding: 0 1rem; color: #111; background: #fff; }
fieldset { border: 1px solid #555; padding: 1rem; } label { display: block; padding: .4rem 0; }
button { font: inherit; padding: .5rem 1.2rem; margin: 1rem 1rem 0 0; } :focus-visible { outline: 3px solid #0050b3; outline-offset: 2px; }
</style>
</head>
<body>
<main>
<h1>${title}</h1>
${page.main}
</main>
</body>
</html>
`,
  };
}
