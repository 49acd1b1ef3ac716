/** First byte and one past the last, in the bytes that were split. */
export type ByteRange = readonly [number, number];

/** One header field; `value` is unfolded and still encoded, bytes kept one to one (latin1). */
export interface MimeHeader {
  readonly name: string;
  readonly value: string;
  readonly range: ByteRange;
}

/** A structured header value such as Content-Type: the bare value in lower case, parameters decoded. */
export interface ParameterisedValue {
  readonly value: string;
  readonly parameters: Readonly<Record<string, string>>;
  /** Parameters that were written with raw bytes above 7F, which RFC 2231 §1 forbids. */
  readonly rawParameters: readonly string[];
}

/** A node of the MIME tree; `path` is `''` for the root and `2.1` for the first child of its second part. */
export interface MimePart {
  readonly path: string;
  readonly headers: readonly MimeHeader[];
  readonly contentType: ParameterisedValue;
  readonly disposition: ParameterisedValue | undefined;
  readonly transferEncoding: string;
  /** The encoded content, without the line break that belongs to the next boundary. */
  readonly body: ByteRange;
  readonly parts: readonly MimePart[];
}

/** A structure that RFC 2046 does not allow, and where. */
export interface MimeProblem {
  readonly code:
    | 'mime-header-malformed'
    | 'mime-boundary-missing'
    | 'mime-boundary-unclosed'
    | 'mime-too-deep'
    | 'mime-too-many-parts'
    | 'mime-headers-too-long';
  readonly path: string;
  readonly at: number;
}
