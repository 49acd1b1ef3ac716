import { patientsOf, readDmpRequest } from '../dmp/read-dmp-request.ts';
import { readCda } from '../cda/read-cda.ts';
import type { CdaDocument } from '../cda/cda-document.ts';
import { parseMail, type MailAttachment } from '../mime/parse-mail.ts';
import { readPackaged } from '../mime/packaged-message.ts';
import { splitRelated, type RelatedBody } from '../mime/split-related.ts';
import { recognise, type RecognisedKind } from '../recognise.ts';
import { readXdm, type XdmArchive } from '../xdm/read-xdm.ts';
import { parseTree } from '../xml-navigation/xml-tree.ts';
import { readVihfs } from '../vihf/read-vihf.ts';
import { readSubmission } from '../xds/read-submission.ts';
import { providesDocuments, submissionDocuments } from '../xds/submission-documents.ts';
import type { XdsDocumentEntry } from '../xds/xds-submission.ts';
import type {
  Bundle,
  FoundCda,
  FoundDmpRequest,
  FoundMail,
  FoundPdf,
  FoundSubmission,
  FoundVihf,
  FoundXdm,
  Unreadable,
} from './bundle.ts';

interface Collector {
  readonly mails: FoundMail[];
  readonly archives: FoundXdm[];
  readonly submissions: FoundSubmission[];
  readonly cdas: FoundCda[];
  readonly pdfs: FoundPdf[];
  readonly vihfs: FoundVihf[];
  readonly dmpRequests: FoundDmpRequest[];
  readonly unreadable: Unreadable[];
}

/**
 * Opens a file and all that it carries: mail -> archive -> document -> wrapped PDF. Pure, bounded by the
 * limits of each reader, never throws; what cannot be read is listed. `contentType` is the one of the HTTP
 * message when the bytes are its body; `as` replaces what the content says of the file.
 */
export function readBundle(bytes: Uint8Array, contentType?: string, as?: RecognisedKind): Bundle {
  const into: Collector = {
    mails: [],
    archives: [],
    submissions: [],
    cdas: [],
    pdfs: [],
    vihfs: [],
    dmpRequests: [],
    unreadable: [],
  };
  if (contentType !== undefined && /^\s*multipart\/related\b/i.test(contentType)) {
    readPackage(into, splitRelated(bytes, contentType));
  } else {
    readAny(into, bytes, '', as ?? recognise(bytes).kind);
  }
  return into;
}

function readAny(into: Collector, bytes: Uint8Array, label: string, kind: RecognisedKind): void {
  switch (kind) {
    case 'mail':
      readMail(into, bytes, label);
      return;
    case 'xdm':
      readArchive(into, bytes, label);
      return;
    case 'pdf':
      into.pdfs.push({ label, bytes, origin: 'file' });
      return;
    case 'cda-n1':
    case 'cda-n3':
      readDocument(into, bytes, label);
      return;
    case 'xds-submission':
    case 'soap':
    case 'saml-assertion': {
      const packaged = readPackaged(bytes);
      if (packaged === undefined) readMessage(into, bytes, label);
      else readPackage(into, packaged);
      return;
    }
    default:
      return;
  }
}

function readDocument(into: Collector, bytes: Uint8Array, label: string): FoundCda | undefined {
  const xml = parseTree(bytes, label);
  const document = xml.kind === 'tree' ? readCda(xml.root) : undefined;
  if (document === undefined) {
    into.unreadable.push({ label, message: xml.kind === 'problem' ? xml.message : 'no ClinicalDocument' });
    return undefined;
  }
  const found = { label, bytes, document };
  into.cdas.push(found);
  const { body } = document;
  if (body.kind === 'non-xml' && body.mediaType === 'application/pdf' && body.content.kind === 'bytes') {
    into.pdfs.push({ label: join(label, 'nonXMLBody'), bytes: body.content.bytes, origin: 'cda' });
  }
  return found;
}

function readArchive(into: Collector, bytes: Uint8Array, label: string): FoundXdm {
  const archive = readXdm(bytes);
  const cdas = new Map<string, FoundCda>();
  for (const name of archive.files) {
    const content = archive.bytesOf(name);
    if (content === undefined) continue;
    const what = recognise(content).kind;
    if (what === 'pdf') into.pdfs.push({ label: join(label, name), bytes: content, origin: 'archive' });
    if (what !== 'cda-n1' && what !== 'cda-n3') continue;
    const found = readDocument(into, content, join(label, name));
    if (found !== undefined) cdas.set(name, found);
  }
  const found = { label, bytes, archive, cdas: [...cdas.values()] };
  into.archives.push(found);
  readSubsets(into, archive, label, cdas);
  return found;
}

function readSubsets(
  into: Collector,
  archive: XdmArchive,
  label: string,
  cdas: ReadonlyMap<string, FoundCda>,
): void {
  for (const subset of archive.subsets) {
    const metadata = join(label, join(subset.folder, 'METADATA.XML', '/'));
    if (subset.submission === undefined) {
      into.unreadable.push({ label: metadata, message: subset.problem ?? 'unreadable' });
      continue;
    }
    const of = (entry: XdsDocumentEntry): string | undefined =>
      subset.documents.find((document) => document.entry === entry)?.name;
    into.submissions.push({
      label: metadata,
      bytes: new Uint8Array(),
      submission: subset.submission,
      source: 'xdm',
      feeds: false,
      documents: [],
      packaged: false,
      documentOf: (entry) => archive.bytesOf(of(entry) ?? ''),
      cdaOf: (entry) => cdas.get(of(entry) ?? '')?.document,
    });
  }
}

function readMail(into: Collector, bytes: Uint8Array, label: string): void {
  const mail = parseMail(bytes);
  const archives: (FoundXdm & { readonly attachment: MailAttachment })[] = [];
  const pdfs: (FoundPdf & { readonly attachment: MailAttachment })[] = [];
  for (const attachment of mail.attachments) {
    const inside = join(label, attachment.name === '' ? `part ${attachment.part.path}` : attachment.name);
    const what = recognise(attachment.bytes);
    if (what.kind === 'xdm') {
      archives.push({ ...readArchive(into, attachment.bytes, inside), attachment });
    } else if (what.kind === 'pdf') {
      const pdf = { label: inside, bytes: attachment.bytes, origin: 'attachment' as const };
      into.pdfs.push(pdf);
      pdfs.push({ ...pdf, attachment });
    } else if (what.kind === 'cda-n1' || what.kind === 'cda-n3') {
      readDocument(into, attachment.bytes, inside);
    }
  }
  into.mails.push({ label, bytes, mail, archives, pdfs });
}

function readPackage(into: Collector, { root, parts, problems }: RelatedBody): void {
  if (root === undefined) {
    into.unreadable.push({ label: '', message: problems[0]?.code ?? 'no root part' });
    return;
  }
  const byId = new Map(parts.map((part) => [part.contentId, part.bytes]));
  readMessage(into, root.bytes, '', (cid) => byId.get(cid));
}

/** `partOf` gives the parts that came with the message, when some could come. */
function readMessage(
  into: Collector,
  bytes: Uint8Array,
  label: string,
  partOf?: (contentId: string) => Uint8Array | undefined,
): void {
  const xml = parseTree(bytes, label);
  if (xml.kind === 'problem') {
    into.unreadable.push({ label, message: xml.message });
    return;
  }
  const submission = readSubmission(xml.root);
  const request = readDmpRequest(xml.root);
  if (request !== undefined) into.dmpRequests.push({ label, bytes, request });
  const assertions = readVihfs(xml.root);
  if (assertions.length > 0) {
    const objects = [...(submission?.sets ?? []), ...(submission?.entries ?? [])];
    const patientIds = [
      ...objects.flatMap((object) => object.patientIds.map(({ value }) => value)),
      ...(request === undefined ? [] : patientsOf(request)),
    ];
    into.vihfs.push({ label, bytes, assertions, patientIds, submission, request });
  }
  if (submission === undefined) return;
  const documents = submissionDocuments(xml.root, partOf ?? (() => undefined));
  const cdas = new Map<string, CdaDocument>();
  for (const { id, bytes: content } of documents) {
    if (content === undefined) continue;
    const what = recognise(content).kind;
    if (what !== 'cda-n1' && what !== 'cda-n3') continue;
    const found = readDocument(into, content, join(label, id));
    if (found !== undefined) cdas.set(id, found.document);
  }
  into.submissions.push({
    label,
    bytes,
    submission,
    source: 'message',
    feeds: providesDocuments(xml.root),
    documents,
    packaged: partOf !== undefined,
    documentOf: (entry) => documents.findLast(({ id }) => id === entry.id)?.bytes,
    cdaOf: (entry) => cdas.get(entry.id),
  });
}

function join(outer: string, inner: string, by = '!'): string {
  return outer === '' ? inner : `${outer}${by}${inner}`;
}
