import type { CheckInput } from '../../../../domain/check.ts';
import type { Preuve } from '../../../../domain/preuve.ts';
import type { Bundle } from '../../../../formats/bundle/bundle.ts';
import { readBundle } from '../../../../formats/bundle/read-bundle.ts';

/** Names under which capturers keep the bytes of a document, a mail or a request, best first. */
const RAW_NAMES = ['file', 'message', 'request', 'document'] as const;

/** Sixty checks read the same few files: what was opened last is kept, by content. */
const KEPT = 8;
const recent = new Map<string, Bundle>();

/** Everything found in the bytes of a preuve; an empty bundle when it has none. */
export function bundleOf(input: Pick<CheckInput, 'bytes'>, preuve: Preuve): Bundle | undefined {
  const name = RAW_NAMES.find((one) => preuve.raw[one] !== undefined);
  const ref = name === undefined ? undefined : preuve.raw[name];
  if (ref === undefined) return undefined;
  const contentType = contentTypeOf(preuve.view);
  const key = `${ref.sha256} ${contentType ?? ''}`;
  const known = recent.get(key);
  if (known !== undefined) return known;
  const bundle = readBundle(input.bytes(ref), contentType);
  const oldest = recent.keys().next();
  if (recent.size >= KEPT && oldest.done !== true) recent.delete(oldest.value);
  recent.set(key, bundle);
  return bundle;
}

function contentTypeOf(view: unknown): string | undefined {
  if (typeof view !== 'object' || view === null || !('headers' in view) || !Array.isArray(view.headers))
    return undefined;
  for (const header of view.headers as readonly unknown[]) {
    if (!Array.isArray(header)) continue;
    const [name, value] = header as readonly unknown[];
    if (typeof name === 'string' && name.toLowerCase() === 'content-type' && typeof value === 'string')
      return value;
  }
  return undefined;
}
