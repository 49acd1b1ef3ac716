import { buildPdf } from './build-pdf.ts';
import { applyEdits, buildXdm, type Edit, type XdmRecipe } from './build-xdm.ts';
import type { CheckCase } from './check-cases.ts';

/** What the mail carries; the defaults are a conforming sending of one level-1 letter. */
export interface MailRecipe {
  readonly xdm?: XdmRecipe | null;
  readonly archiveName?: string;
  /** How many times the archive is attached; once by default. */
  readonly copies?: number;
  readonly subject?: string;
  readonly to?: string;
  /** Names and contents of PDF; by default the one that the letter wraps. */
  readonly pdfs?: readonly (readonly [name: string, bytes: Uint8Array])[];
  /** Edits of the whole message, as text. */
  readonly edit?: readonly Edit[];
}

const title = 'Lettre de liaison à la sortie';
const label = 'XDM/1.0/DDM+CR hospitalier ZZTEST-ALPHA DOMINIQUE 28/03/1979';
/** Name that the rules want for the PDF of the letter. */
export const pdfName = '20260608_CR hospitalier_ZZTEST-ALPHA_DOMINIQUE.pdf';
/** The PDF that the letter of the builder wraps. */
export const wrappedPdf: Buffer = buildPdf({ text: title });

/** A mail of the MSSanté form, base64 attachments, CRLF. */
export async function buildMail(recipe: MailRecipe = {}): Promise<Buffer> {
  const {
    xdm = {},
    archiveName = 'IHE_XDM.zip',
    subject = label,
    to = 'secretariat@hopital.mssante.fr',
  } = recipe;
  const pdfs = recipe.pdfs ?? (xdm === null ? [] : [[pdfName, wrappedPdf] as const]);
  const parts = [
    'Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\nBonjour, voici un document.',
    ...(xdm === null
      ? []
      : Array<string>(recipe.copies ?? 1).fill(
          attachment('application/zip', archiveName, await buildXdm(xdm)),
        )),
    ...pdfs.map(([name, bytes]) => attachment('application/pdf', name, bytes)),
  ];
  const text = [
    'From: Dr_Camille_ZZMEDECIN <camille.zzmedecin@medecin.mssante.fr>',
    `To: ${to}`,
    `Subject: ${encodeWord(subject)}`,
    'Message-ID: <5d2c9a10-1@medecin.mssante.fr>',
    'Date: Thu, 11 Jun 2026 10:40:00 +0200',
    'X-MSS-NIL: SEGURTEST01',
    'X-MSS-CODECDA: 11490-0',
    'X-MSS-INS: O',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary="=_segur"',
    '',
    ...parts.flatMap((part) => ['--=_segur', part]),
    '--=_segur--',
    '',
  ].join('\r\n');
  return Buffer.from(applyEdits(text, recipe.edit), 'latin1');
}

/** A case of one mail. */
export function mailCase(name: string, recipe: MailRecipe = {}): CheckCase {
  return { name, files: async () => [await buildMail(recipe)] };
}

function attachment(type: string, name: string, bytes: Uint8Array): string {
  const base64 = Buffer.from(bytes)
    .toString('base64')
    .replace(/(.{76})/g, '$1\r\n');
  const encoded = encodeURIComponent(name).replace(/'/g, '%27');
  return `Content-Type: ${type}\r\nContent-Disposition: attachment; filename*=UTF-8''${encoded}\r\nContent-Transfer-Encoding: base64\r\n\r\n${base64}`;
}

function encodeWord(text: string): string {
  return /^[\x20-\x7e]*$/.test(text) ? text : `=?UTF-8?B?${Buffer.from(text, 'utf8').toString('base64')}?=`;
}
