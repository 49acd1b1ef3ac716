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
  /** More header lines, or others in the place of those of the same name; `null` takes one away. */
  readonly headers?: Readonly<Record<string, string | null>>;
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
  const headers: Readonly<Record<string, string | null>> = {
    From: 'Dr_Camille_ZZMEDECIN <camille.zzmedecin@medecin.mssante.fr>',
    To: to,
    Subject: encodeWord(subject),
    'Message-ID': '<5d2c9a10-1@medecin.mssante.fr>',
    Date: 'Thu, 11 Jun 2026 10:40:00 +0200',
    'X-MSS-NIL': 'SEGURTEST01',
    'X-MSS-CODECDA': '11490-0',
    'X-MSS-INS': 'O',
    ...recipe.headers,
  };
  const text = [
    ...Object.entries(headers).flatMap(([name, value]) => (value === null ? [] : [`${name}: ${value}`])),
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary="=_segur"',
    '',
    ...parts.flatMap((part) => ['--=_segur', part]),
    '--=_segur--',
    '',
  ].join('\r\n');
  return Buffer.from(applyEdits(text, recipe.edit), 'latin1');
}

/** A receipt of a mail (RFC 8098), as a platform or a reader returns it. */
export interface ReceiptRecipe {
  /** Of the mail that is answered. */
  readonly original?: MailRecipe;
  readonly subject?: string;
  /** Lines of the machine report. */
  readonly report?: readonly string[];
  readonly edit?: readonly Edit[];
}

/** Lines of a report that says that the documents were integrated. */
export const processed: readonly string[] = [
  'Reporting-UA: pfi.hopital.mssante.fr; PFI test',
  'Original-Recipient: rfc822;secretariat@hopital.mssante.fr',
  'Final-Recipient: rfc822;secretariat@hopital.mssante.fr',
  'Original-Message-ID: <5d2c9a10-1@medecin.mssante.fr>',
  'Disposition: automatic-action/MDN-sent-automatically; processed',
];

/** Lines of a report that says why they were not. */
export const refused: readonly string[] = [
  ...processed.slice(0, 4),
  'Disposition: automatic-action/MDN-sent-automatically; processed/error',
  'Error: 902^Identifiant de patient inconnu^applicationErrorCondition| E^Error^errorSeverity',
];

/** A receipt asked by the sender of the conforming mail, the whole of which it returns. */
export async function buildReceipt(recipe: ReceiptRecipe = {}): Promise<Buffer> {
  const original = await buildMail({
    ...recipe.original,
    headers: {
      'Return-Path': '<camille.zzmedecin@medecin.mssante.fr>',
      'Disposition-Notification-To': 'camille.zzmedecin@medecin.mssante.fr',
      ...recipe.original?.headers,
    },
  });
  const text = [
    'From: Secretariat <secretariat@hopital.mssante.fr>',
    'To: camille.zzmedecin@medecin.mssante.fr',
    `Subject: ${encodeWord(recipe.subject ?? label)}`,
    'Message-ID: <r-1@hopital.mssante.fr>',
    'Date: Thu, 11 Jun 2026 10:45:00 +0200',
    'X-MSS-NIL: SEGURTEST02',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=disposition-notification; boundary="=_report"',
    '',
    '--=_report',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'Message du systeme.',
    '--=_report',
    'Content-Type: message/disposition-notification',
    '',
    ...(recipe.report ?? processed),
    '',
    '--=_report',
    'Content-Type: message/rfc822',
    '',
    original.toString('latin1'),
    '--=_report--',
    '',
  ].join('\r\n');
  return Buffer.from(applyEdits(text, recipe.edit), 'latin1');
}

/** A case of one receipt. */
export function receiptCase(name: string, recipe: ReceiptRecipe = {}): CheckCase {
  return { name, files: async () => [await buildReceipt(recipe)] };
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
