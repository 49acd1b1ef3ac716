import { writeZip, type ZipSource } from '../zip/write-zip.ts';

/** One document of the archive; `uri` is its 8.3 upper-case name. */
export interface XdmSource {
  readonly uri: string;
  readonly bytes: Uint8Array;
}

/** Content of an archive of one submission set. */
export interface XdmDraft {
  /** METADATA.XML, whose `URI` slots name the documents. */
  readonly metadata: string;
  readonly documents: readonly XdmSource[];
  /** Who sends and with what, for README.TXT and INDEX.HTM. */
  readonly sender: string;
  readonly product: string;
}

/** Builds an IHE_XDM.zip (ITI TF-2 3.32.4.1.2): INDEX.HTM, README.TXT and one IHE_XDM/SUBSET01. */
export function writeXdm(draft: XdmDraft): Promise<Uint8Array> {
  const text = (name: string, value: string): ZipSource => ({ name, bytes: Buffer.from(value, 'utf8') });
  const folder = 'IHE_XDM/SUBSET01/';
  return writeZip([
    text('INDEX.HTM', index(draft)),
    text('README.TXT', readme(draft)),
    text(`${folder}METADATA.XML`, draft.metadata),
    ...draft.documents.map(({ uri, bytes }) => ({ name: folder + uri, bytes })),
  ]);
}

function index(draft: XdmDraft): string {
  const items = draft.documents
    .map(({ uri }) => `<li><a href="IHE_XDM/SUBSET01/${uri}">${uri}</a></li>`)
    .join('');
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">
<html xmlns="http://www.w3.org/1999/xhtml"><head><title>${escape(draft.sender)}</title></head>
<body><p>${escape(draft.sender)}</p><p><a href="README.TXT">README.TXT</a></p><ul>${items}</ul></body></html>
`;
}

function readme(draft: XdmDraft): string {
  return `Emetteur : ${draft.sender}\r\nLogiciel : ${draft.product}\r\n\r\nINDEX.HTM\r\nIHE_XDM/SUBSET01/METADATA.XML\r\n`;
}

function escape(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
}
