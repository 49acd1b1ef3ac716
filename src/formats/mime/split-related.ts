import { decodePart } from './decode-part.ts';
import { firstHeader, splitMime } from './split-mime.ts';
import type { MimeProblem } from './mime-part.ts';

/** One part of a `multipart/related` body; bytes are exact after the transfer encoding. */
export interface RelatedPart {
  /** Without the angle brackets; empty when the part has none. */
  readonly contentId: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

/** An MTOM/XOP body: the root part and the others, in order. */
export interface RelatedBody {
  /** The part named by `start`, otherwise the first (RFC 2387 §3.2); undefined when there is no part. */
  readonly root: RelatedPart | undefined;
  readonly parts: readonly RelatedPart[];
  /** Parameters of the Content-Type: `type`, `start`, `start-info`, `boundary`. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly problems: readonly MimeProblem[];
}

/**
 * Splits the body of an HTTP message whose `Content-Type` is `multipart/related`, byte-exact.
 * Never throws; any other media type gives no part and the problem `mime-boundary-missing`.
 */
export function splitRelated(body: Uint8Array, contentType: string): RelatedBody {
  const { root, problems } = splitMime(body, { rootContentType: contentType });
  const related = root.contentType.value === 'multipart/related';
  const parts = (related ? root.parts : []).map((part) => ({
    contentId: (firstHeader(part.headers, 'content-id') ?? '').replace(/^<|>$/g, ''),
    contentType: firstHeader(part.headers, 'content-type') ?? 'text/plain',
    bytes: decodePart(body, part).bytes,
  }));
  const start = root.contentType.parameters['start']?.replace(/^<|>$/g, '');
  return {
    root: start === undefined ? parts[0] : parts.find((part) => part.contentId === start),
    parts,
    parameters: root.contentType.parameters,
    problems: related ? problems : [{ code: 'mime-boundary-missing', path: '', at: 0 }, ...problems],
  };
}
