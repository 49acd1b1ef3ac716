import { firstValue, type WireRequest } from '../../../wire/http-exchange.ts';

export interface BearerToken {
  /** Every place where a token was found. */
  readonly tokenIn: readonly ('header' | 'body' | 'query')[];
  readonly token?: string;
}

/** RFC 6750 section 2: the header, the form body, or (forbidden by PSC's rules, yet seen) the query. */
export function bearerToken(request: WireRequest): BearerToken {
  const header = /^bearer\s+(\S+)$/i.exec(request.header('authorization') ?? '')?.[1];
  const body = firstValue(request.form, 'access_token');
  const query = firstValue(request.query, 'access_token');
  const token = header ?? body ?? query;
  return {
    tokenIn: [
      ...(header === undefined ? [] : (['header'] as const)),
      ...(body === undefined ? [] : (['body'] as const)),
      ...(query === undefined ? [] : (['query'] as const)),
    ],
    ...(token === undefined ? {} : { token }),
  };
}
