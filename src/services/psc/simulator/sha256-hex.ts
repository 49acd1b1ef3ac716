import { createHash } from 'node:crypto';

/** SHA-256 of a token, lower-case hex: what views keep instead of the token itself. */
export function sha256Hex(value: string): string {
  return createHash('sha256').update(value).digest('hex');
}
