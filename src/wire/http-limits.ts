/** Bounds that keep a careless or hostile client from holding the bench; times in milliseconds. */
export interface HttpLimits {
  readonly bodyBytes: number;
  readonly headerBytes: number;
  /** To receive the headers, from the first byte. */
  readonly headersMs: number;
  /** To receive the whole request. */
  readonly requestMs: number;
  readonly keepAliveMs: number;
  readonly connections: number;
}

export const defaultLimits: HttpLimits = {
  bodyBytes: 10 * 1024 * 1024,
  headerBytes: 64 * 1024,
  headersMs: 15_000,
  requestMs: 60_000,
  keepAliveMs: 30_000,
  connections: 500,
};
