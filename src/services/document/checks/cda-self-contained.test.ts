import { buildCda } from '../../../../tests/builders/build-cda.ts';
import { applyEdits, type Edit } from '../../../../tests/builders/build-xdm.ts';
import { cdaCase, letters } from '../../../../tests/builders/cda-case.ts';
import { provesCheck, type CheckCase } from '../../../../tests/builders/check-cases.ts';
import { check } from './cda-self-contained.ts';

const level3 = { level: 3 } as const;
const text = '<paragraph>Séjour programmé.</paragraph>';

/** A style sheet that carries its document, and puts this in the page that it makes. */
const showsItself = (name: string, page: string, edit?: Edit): CheckCase => {
  const document = applyEdits(buildCda(level3), edit === undefined ? [] : [edit]).replace(/<\?xml.*\?>/, '');
  const sheet = `<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"><xsl:template match="/"><html>${page}</html></xsl:template>${document}</xsl:stylesheet>`;
  return { name, files: [Buffer.from(sheet)] };
};
const link = '<linkHtml href="https://example.org/a.png">x</linkHtml>';

provesCheck(check, {
  ok: [
    letters('narrative', level3),
    cdaCase('internal link', [text, '<linkHtml href="#S1">x</linkHtml>'], level3),
    cdaCase('a link to images, as the volet of imaging asks', [text, link], level3),
    showsItself('a document that shows itself', '<style>p { color: black }</style>'),
  ],
  ko: {
    'script-found': [
      cdaCase('script element', [text, '<script>alert(1)</script>'], level3),
      cdaCase('event attribute', [text, '<paragraph onclick="x()">x</paragraph>'], level3),
      cdaCase('javascript link', [text, '<linkHtml href="javascript:x()">x</linkHtml>'], level3),
      showsItself('a script of the page', '<script>x()</script>'),
    ],
    'external-link': [
      showsItself('a remote image', '<img src="https://example.org/a.png"/>'),
      showsItself('a remote style', '<link rel="stylesheet" href="//example.org/a.css"/>'),
      showsItself('a link of its narrative', '', [text, link]),
    ],
  },
});
