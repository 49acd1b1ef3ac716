/**
 * A rule that cannot be compiled or evaluated. `code` is the error of XPath 2 (`XPST0003`, `FORG0001`...): the
 * judge turns it into an outcome of the rule, so it never crosses the format layer.
 */
export class XPathError extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.name = 'XPathError';
    this.code = code;
  }
}
