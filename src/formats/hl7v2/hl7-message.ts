/** The five separators that MSH-1 and MSH-2 declare. */
export interface Hl7Delimiters {
  readonly field: string;
  readonly component: string;
  readonly repetition: string;
  readonly escape: string;
  readonly subcomponent: string;
}

/** One segment as received. */
export interface Hl7Segment {
  readonly name: string;
  /** Line in the file, from 1. */
  readonly line: number;
  /** First byte in the file, and one past the last without the terminator. */
  readonly bytes: readonly [number, number];
  /** The bytes, one character each (latin1), whatever the charset: values are decoded when asked for. */
  readonly raw: string;
  /** Bytes up to the next segment: CR, LF, blank lines, MLLP trailer. */
  readonly terminator: string;
}

/** A message of a file, from its MSH to the next. */
export interface Hl7Message {
  readonly delimiters: Hl7Delimiters;
  /** MSH-18 as declared, first repetition; empty when absent. */
  readonly charset: string;
  readonly segments: readonly Hl7Segment[];
}

/** All of a file: writing prefix and segments gives its bytes again. */
export interface Hl7File {
  /** Bytes before the first segment: MLLP start block, byte order mark. */
  readonly prefix: string;
  /** Every segment, batch envelopes included. */
  readonly segments: readonly Hl7Segment[];
  readonly messages: readonly Hl7Message[];
  /** Lines that are no segment, which some senders make by not escaping a line break. */
  readonly strays: readonly Hl7Segment[];
}
