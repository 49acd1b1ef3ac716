import type { ByteRange, MimeHeader, MimePart } from './mime-part.ts';
import type { Mail } from './parse-mail.ts';
import { splitMime } from './split-mime.ts';

/** A receipt (RFC 8098) as written: the report of a machine, and the mail that it answers when it returns it. */
export interface Receipt {
  /** `Content-Type` of each part, in order. */
  readonly partTypes: readonly string[];
  /** `report-type` of the whole. */
  readonly reportType: string;
  /** Fields of the machine report, in order; none when it is absent. */
  readonly fields: readonly MimeHeader[];
  readonly reportRange: ByteRange | undefined;
  /** The mail that is answered, undefined when it is not returned. */
  readonly original: MimePart | undefined;
}

/** Reads a mail whose content is a `multipart/report`; undefined for any other. Never throws. */
export function readReceipt(bytes: Uint8Array, { root }: Mail): Receipt | undefined {
  if (root.contentType.value !== 'multipart/report') return undefined;
  const report = root.parts.find(
    ({ contentType }) => contentType.value === 'message/disposition-notification',
  );
  const original = root.parts.find(({ contentType }) =>
    ['message/rfc822', 'text/rfc822-headers'].includes(contentType.value),
  );
  return {
    partTypes: root.parts.map(({ contentType }) => contentType.value),
    reportType: root.contentType.parameters['report-type'] ?? '',
    // The body of the report has the form of a header block (RFC 8098 section 3.1).
    fields: report === undefined ? [] : splitMime(bytes.subarray(...report.body)).root.headers,
    reportRange: report?.body,
    original: original === undefined ? undefined : splitMime(bytes.subarray(...original.body)).root,
  };
}
