import { deflateSync } from 'node:zlib';

/** What the PDF shows; the defaults are a PDF/A-1b of one page with text. */
export interface PdfRecipe {
  readonly version?: string;
  readonly part?: string | null;
  readonly conformance?: string;
  readonly outputIntent?: boolean;
  readonly encrypted?: boolean;
  readonly javascript?: boolean;
  readonly objectStream?: boolean;
  readonly embeddedFile?: boolean;
  readonly text?: string | null;
  readonly compressMetadata?: boolean;
}

/** Builds a small PDF that carries the marks of PDF/A-1 asked for; no font program is embedded. */
export function buildPdf(recipe: PdfRecipe = {}): Buffer {
  const {
    version = '1.4',
    part = '1',
    conformance = 'B',
    outputIntent = true,
    text = 'Compte rendu',
  } = recipe;
  const xmp =
    '<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">' +
    (part === null
      ? ''
      : `<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"><pdfaid:part>${part}</pdfaid:part><pdfaid:conformance>${conformance}</pdfaid:conformance></rdf:Description>`) +
    '</rdf:RDF></x:xmpmeta><?xpacket end="w"?>';
  const content = text === null ? 'q 10 0 0 10 0 0 cm /Im0 Do Q' : `BT /F1 12 Tf 50 700 Td (${text}) Tj ET`;
  const objects: Buffer[] = [
    plain(
      `<< /Type /Catalog /Pages 2 0 R /Metadata 5 0 R${outputIntent ? ' /OutputIntents [<< /Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB) >>]' : ''}${recipe.javascript === true ? ' /OpenAction << /S /JavaScript /J#53 (app.alert\\(1\\)) >>' : ''}${recipe.embeddedFile === true ? ' /Names << /EmbeddedFiles 9 0 R >>' : ''} >>`,
    ),
    plain('<< /Type /Pages /Kids [3 0 R] /Count 1 >>'),
    plain('<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>'),
    stream('', content, true),
    stream('/Type /Metadata /Subtype /XML', xmp, recipe.compressMetadata === true),
  ];
  if (recipe.objectStream === true)
    objects.push(stream('/Type /ObjStm /N 1 /First 4', '7 0 << /Foo 1 >>', true));
  const body = Buffer.concat(
    objects.map((object, index) =>
      Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), object, Buffer.from('\nendobj\n')]),
    ),
  );
  return Buffer.concat([
    Buffer.from(`%PDF-${version}\n%\xe2\xe3\xcf\xd3\n`, 'latin1'),
    body,
    Buffer.from(
      `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R${recipe.encrypted === true ? ' /Encrypt 8 0 R' : ''} >>\nstartxref\n0\n%%EOF\n`,
    ),
  ]);
}

function plain(text: string): Buffer {
  return Buffer.from(text, 'latin1');
}

function stream(dictionary: string, text: string, deflate: boolean): Buffer {
  const data = deflate ? deflateSync(Buffer.from(text, 'utf8')) : Buffer.from(text, 'utf8');
  const filter = deflate ? ' /Filter /FlateDecode' : '';
  return Buffer.concat([
    Buffer.from(`<< ${dictionary} /Length ${data.length}${filter} >>\nstream\n`),
    data,
    Buffer.from('\nendstream'),
  ]);
}
