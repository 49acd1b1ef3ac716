import { createHash } from 'node:crypto';
import type { Bilingual } from '../domain/bilingual.ts';
import type { CheckFinding } from '../domain/check-result.gen.ts';
import type { Bundle } from '../formats/bundle/bundle.ts';
import { rememberBundle } from '../formats/bundle/remember-bundle.ts';
import type { PrintedPage } from '../formats/datamatrix/read-printed-page.ts';
import type { DatamatrixSymbol } from '../formats/datamatrix/zxing-reader.ts';
import type { PdfUnread } from '../formats/pdf/pdf-image.ts';
import { recogniseDocument, type DocumentKind } from './document-kind.ts';
import type { DocumentInput } from './judge-by-checks.ts';

/** A file and the documents that it carries, each to be judged, and what could not be seen of them. */
export interface OpenedDocuments {
  readonly documents: readonly DocumentInput[];
  readonly notes: readonly CheckFinding[];
}

/**
 * The file, the documents of its messages, and the INS datamatrix of each PDF that it carries, at any depth. Throws
 * InputError for an image that cannot be decoded; a page that cannot be seen whole is told by a note. Readers are loaded
 * for the documents that need them.
 */
export async function openDocuments(whole: DocumentInput, file: string): Promise<OpenedDocuments> {
  if (whole.kind === 'image') {
    const { decodeDatamatrix } = await import('../formats/datamatrix/decode-datamatrix.ts');
    const symbols = await decodeDatamatrix(whole.bytes, file);
    return { documents: [{ ...whole, ...seenIn(symbols) }], notes: [] };
  }
  const documents = whole.kind === 'hl7v2' ? [whole, ...(await documentsOfMessages(whole))] : [whole];
  const printed: DocumentInput[] = [];
  const notes: CheckFinding[] = [];
  const pages = new Map<string, PrintedPage>();
  for (const document of documents) {
    for (const { bytes, label } of bundleOf(document).pdfs) {
      const sha256 = hashOf(bytes);
      const page = pages.get(sha256) ?? (await printedPage(bytes));
      pages.set(sha256, page);
      const place = [document.label, label].filter((part) => part !== '').join('!');
      const ins = page.symbols.filter(({ text }) => /^IS\d\d/.test(text));
      const inside = place === '' ? 'datamatrix' : `${place}!datamatrix`;
      if (ins.length > 0)
        printed.push({ bytes, sha256, kind: 'image', forced: false, label: inside, ...seenIn(ins) });
      else if (page.unread.length > 0) notes.push(unseen(page.unread, place));
    }
  }
  return { documents: [...documents, ...printed], notes };
}

/** SHA-256 of bytes, lower-case hex. */
export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** The bundle that the checks read too: a document is opened once. */
export function bundleOf({ bytes, sha256, kind, forced }: DocumentInput): Bundle {
  return rememberBundle({ sha256, bytes: () => bytes, as: forced ? recognisedAs(kind) : undefined });
}

function recognisedAs(kind: DocumentKind): Exclude<DocumentKind, 'datamatrix'> | undefined {
  return kind === 'datamatrix' ? undefined : kind;
}

async function printedPage(bytes: Uint8Array): Promise<PrintedPage> {
  const { readPrintedPage } = await import('../formats/datamatrix/read-printed-page.ts');
  return readPrintedPage(bytes);
}

async function documentsOfMessages({ bytes }: DocumentInput): Promise<readonly DocumentInput[]> {
  const { readHl7 } = await import('../formats/hl7v2/read-hl7.ts');
  const { attachedDocuments } = await import('../formats/hl7v2/attached-document.ts');
  const reading = readHl7(bytes);
  if (reading.kind !== 'read') return [];
  const { messages } = reading.file;
  return messages.flatMap((message, index) =>
    attachedDocuments(message).flatMap(({ content, path }): readonly DocumentInput[] => {
      if (content.kind !== 'bytes') return [];
      const found = recogniseDocument(content.bytes);
      const label = messages.length === 1 ? path : `message ${index + 1} ${path}`;
      return found.kind === 'document'
        ? [{ bytes: content.bytes, sha256: hashOf(content.bytes), kind: found.as, forced: false, label }]
        : [];
    }),
  );
}

function seenIn(
  symbols: readonly DatamatrixSymbol[],
): Required<Pick<DocumentInput, 'datamatrix' | 'symbols'>> {
  return { datamatrix: symbols.map(({ text }) => text), symbols: symbols.map(({ shape }) => shape) };
}

const reasons: Readonly<Record<PdfUnread, Bilingual>> = {
  'image-encoding': {
    fr: 'une image d’un codage qui n’est pas lu',
    en: 'an image of an encoding that is not read',
  },
  'stream-encoding': {
    fr: 'un contenu d’un codage qui n’est pas lu',
    en: 'a content of an encoding that is not read',
  },
  'vector-drawing': { fr: 'un dessin qui n’est pas suivi', en: 'a drawing that is not followed' },
  damaged: { fr: 'un objet qui manque', en: 'an object that lacks' },
  encrypted: { fr: 'un chiffrement', en: 'an encryption' },
  limit: { fr: 'plus que ce qui est lu d’un fichier', en: 'more than is read of a file' },
  'not-pdf': { fr: 'des octets qui ne sont pas un PDF', en: 'bytes that are no PDF' },
};

/** What was not seen is not absent: a symbol may be there, which no check judged. */
function unseen(unread: readonly PdfUnread[], document: string): CheckFinding {
  const because = (lang: 'fr' | 'en'): string => unread.map((reason) => reasons[reason][lang]).join(', ');
  return {
    rule: 'check/readable',
    code: 'page-not-seen-whole',
    severity: 'note',
    says: {
      fr: `Le PDF n’a pas pu être vu en entier (${because('fr')}) : un datamatrix peut s’y trouver sans avoir été jugé.`,
      en: `The PDF could not be seen whole (${because('en')}): a datamatrix may be there without having been judged.`,
    },
    fix: {
      fr: 'Donner aussi une capture PNG du datamatrix imprimé.',
      en: 'Also give a PNG capture of the printed datamatrix.',
    },
    ...(document === '' ? {} : { document }),
    clauses: [],
  };
}
