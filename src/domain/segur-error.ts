/** Where in a user's file an input problem lies; line and column start at 1. */
export interface SourceLocation {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
  /** JSON pointer, XPath, segment-field... inside the file. */
  readonly path?: string;
}

export interface SegurErrorOptions {
  readonly cause?: unknown;
  /** The next action of the reader, in one sentence. */
  readonly hint?: string;
  readonly at?: SourceLocation;
  readonly details?: Readonly<Record<string, string | number | boolean>>;
}

/**
 * The family of errors that are ours or the inputs': never the vendor's (those are findings).
 * `code` is stable and documented; `exitCode` is what the CLI returns for it.
 */
export class SegurError extends Error {
  readonly code: string;
  readonly hint: string | undefined;
  readonly at: SourceLocation | undefined;
  readonly details: Readonly<Record<string, string | number | boolean>>;
  readonly exitCode: number = 3;

  constructor(code: string, message: string, options: SegurErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = new.target.name;
    this.code = code;
    this.hint = options.hint;
    this.at = options.at;
    this.details = options.details ?? {};
  }
}

/** A file, option or document handed in cannot be used (exit 3). */
export class InputError extends SegurError {}

/** The bench itself broke: no verdict may be drawn (exit 4). */
export class BenchError extends SegurError {
  override readonly exitCode: number = 4;
}

/** Renders a location the way editors and CI logs recognise: `file:line:column`. */
export function formatLocation(at: SourceLocation): string {
  const line = at.line === undefined ? '' : `:${at.line}${at.column === undefined ? '' : `:${at.column}`}`;
  return `${at.file}${line}${at.path === undefined ? '' : ` (${at.path})`}`;
}
