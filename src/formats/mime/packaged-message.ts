import { splitRelated, type RelatedBody } from './split-related.ts';
import { firstHeader, splitMime } from './split-mime.ts';

/** Where the head of a captured message is looked for. */
const HEAD = 16 * 1024;

/**
 * Reads a message kept with the parts that it names (MTOM): the body alone, which starts with its boundary, or
 * the body after the headers of HTTP. Undefined for anything else; never throws.
 */
export function readPackaged(bytes: Uint8Array): RelatedBody | undefined {
  const packaging = packagingOf(bytes);
  if (packaging === undefined) return undefined;
  const related = splitRelated(bytes.subarray(packaging.from), packaging.contentType);
  return related.root === undefined ? undefined : related;
}

/** Content-Type of the packaging, and where the first boundary may stand. */
function packagingOf(bytes: Uint8Array): { readonly contentType: string; readonly from: number } | undefined {
  const head = Buffer.from(bytes.subarray(0, HEAD)).toString('latin1');
  const bare = /^\s*--(\S{1,70})[ \t]*\r?\n(?=content-)/i.exec(head)?.[1];
  if (bare !== undefined) {
    return { contentType: `multipart/related; boundary="${bare.replace(/["\\]/g, '\\$&')}"`, from: 0 };
  }
  const line = /^(?:[A-Z]+ \S+ HTTP\/[\d.]+|HTTP\/[\d.]+ \d{3}[^\r\n]*)\r?\n/.exec(head)?.[0].length ?? 0;
  if (!/^content-type:\s*multipart\/related\b/im.test(head)) return undefined;
  const { root } = splitMime(bytes.subarray(line, HEAD));
  const contentType = firstHeader(root.headers, 'content-type') ?? '';
  return /^\s*multipart\/related\b/i.test(contentType)
    ? { contentType, from: line + root.body[0] }
    : undefined;
}
