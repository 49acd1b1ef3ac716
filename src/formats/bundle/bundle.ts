import type { CdaDocument } from '../cda/cda-document.ts';
import type { DmpRequest } from '../dmp/dmp-request.ts';
import type { Vihf } from '../vihf/vihf.ts';
import type { Mail, MailAttachment } from '../mime/parse-mail.ts';
import type { XdmArchive } from '../xdm/read-xdm.ts';
import type { SubmittedDocument } from '../xds/submission-documents.ts';
import type { XdsDocumentEntry, XdsSubmission } from '../xds/xds-submission.ts';

/** Something read inside of a file; `label` is the way to it, empty for the file itself. */
interface Found {
  readonly label: string;
  readonly bytes: Uint8Array;
}

/** A CDA document, wherever it lay. */
export interface FoundCda extends Found {
  readonly document: CdaDocument;
}

/** A PDF; `origin` tells a joined file from one that a level-1 document wraps. */
export interface FoundPdf extends Found {
  readonly origin: 'file' | 'attachment' | 'archive' | 'cda';
}

/** An XDM archive. */
export interface FoundXdm extends Found {
  readonly archive: XdmArchive;
  readonly cdas: readonly FoundCda[];
}

/** XDS metadata, and the document of each entry when it came along. */
export interface FoundSubmission extends Found {
  readonly submission: XdsSubmission;
  readonly source: 'xdm' | 'message';
  /** True for a message that feeds documents (ITI-41): the DMP takes it signed only. */
  readonly feeds: boolean;
  /** Contents of a message that feeds, in order. */
  readonly documents: readonly SubmittedDocument[];
  /** True for a message that came with its parts (MTOM): what it names and is not among them is lost. */
  readonly packaged: boolean;
  documentOf(entry: XdsDocumentEntry): Uint8Array | undefined;
  cdaOf(entry: XdsDocumentEntry): CdaDocument | undefined;
}

/** A mail with what it carries. */
export interface FoundMail extends Found {
  readonly mail: Mail;
  /** Attachments that are XDM archives, whatever their name. */
  readonly archives: readonly (FoundXdm & { readonly attachment: MailAttachment })[];
  readonly pdfs: readonly (FoundPdf & { readonly attachment: MailAttachment })[];
}

/** The SAML assertions of one message or file, and what the same message holds. */
export interface FoundVihf extends Found {
  readonly assertions: readonly Vihf[];
  /** INS or other identifiers of the patient that the message itself names (CX values, or bare). */
  readonly patientIds: readonly string[];
  readonly submission: XdsSubmission | undefined;
  readonly request: DmpRequest | undefined;
}

/** A request to the DMP. */
export interface FoundDmpRequest extends Found {
  readonly request: DmpRequest;
}

/** A part that should have been readable and is not. */
export interface Unreadable {
  readonly label: string;
  readonly message: string;
}

/** Everything of interest found in one file, at any depth. */
export interface Bundle {
  readonly mails: readonly FoundMail[];
  readonly archives: readonly FoundXdm[];
  readonly submissions: readonly FoundSubmission[];
  readonly cdas: readonly FoundCda[];
  readonly pdfs: readonly FoundPdf[];
  readonly vihfs: readonly FoundVihf[];
  readonly dmpRequests: readonly FoundDmpRequest[];
  readonly unreadable: readonly Unreadable[];
}
