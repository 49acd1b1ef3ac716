import { addressParser, decodeWords } from 'postal-mime';
import { decodePart, textOfPart } from './decode-part.ts';
import { decodeCharset } from './decode-charset.ts';
import type { ByteRange, MimeHeader, MimePart, MimeProblem } from './mime-part.ts';
import { firstHeader, splitMime } from './split-mime.ts';

/** A mailbox of an address header; `label` is decoded, empty when there is none. */
export interface Mailbox {
  readonly label: string;
  readonly address: string;
}

/** A file joined to the mail; `range` is its encoded content in the message. */
export interface MailAttachment {
  readonly name: string;
  readonly part: MimePart;
  readonly bytes: Uint8Array;
  readonly damaged: boolean;
  readonly range: ByteRange;
}

/** A mail (RFC 5322) as checks read it; every header stays available raw. */
export interface Mail {
  readonly root: MimePart;
  readonly problems: readonly MimeProblem[];
  readonly headers: readonly MimeHeader[];
  readonly subject: string | undefined;
  readonly from: readonly Mailbox[];
  readonly to: readonly Mailbox[];
  readonly attachments: readonly MailAttachment[];
  /** Leaf parts that are the body: text, not attachments, outside of `message/*`. */
  readonly texts: readonly { readonly part: MimePart; readonly text: string }[];
}

/** Reads a mail; never throws, faults of structure are in `problems`. */
export function parseMail(bytes: Uint8Array): Mail {
  const { root, problems } = splitMime(bytes);
  const leaves = leavesOf(root);
  const attached = leaves.filter(isAttachment);
  return {
    root,
    problems,
    headers: root.headers,
    subject: decodeHeader(firstHeader(root.headers, 'subject')),
    from: mailboxes(root.headers, 'from'),
    to: [...mailboxes(root.headers, 'to'), ...mailboxes(root.headers, 'cc')],
    attachments: attached.map((part) => ({
      name: nameOf(part),
      part,
      range: part.body,
      ...decodePart(bytes, part),
    })),
    texts: leaves
      .filter((part) => !isAttachment(part) && part.contentType.value.startsWith('text/'))
      .map((part) => ({ part, text: textOfPart(bytes, part) })),
  };
}

/** Decodes RFC 2047 words; bytes above 7F, illegal there, are read as UTF-8. */
export function decodeHeader(raw: string | undefined): string | undefined {
  if (raw === undefined) return undefined;
  return decodeWords(readRawBytes(raw));
}

function readRawBytes(raw: string): string {
  return /[\x80-\xff]/.test(raw) ? decodeCharset(Buffer.from(raw, 'latin1'), 'utf-8') : raw;
}

function leavesOf(part: MimePart): MimePart[] {
  return part.parts.length === 0 ? [part] : part.parts.flatMap(leavesOf);
}

function isAttachment(part: MimePart): boolean {
  return (
    part.disposition?.value === 'attachment' ||
    nameOf(part) !== '' ||
    !/^(text|message)\//.test(part.contentType.value)
  );
}

function nameOf(part: MimePart): string {
  return part.disposition?.parameters['filename'] ?? part.contentType.parameters['name'] ?? '';
}

/** Mailboxes of every address header of that name (lower case), in order, groups opened. */
export function mailboxes(headers: readonly MimeHeader[], name: string): Mailbox[] {
  return headers
    .filter((header) => header.name.toLowerCase() === name)
    .flatMap((header) => addressParser(readRawBytes(header.value), { flatten: true }))
    .map((mailbox) => ({ label: mailbox.name, address: mailbox.address ?? '' }));
}
