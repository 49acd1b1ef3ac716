import type { CheckInput } from '../../../../domain/check.ts';
import type { Preuve } from '../../../../domain/preuve.ts';
import type { Bundle } from '../../../../formats/bundle/bundle.ts';
import { rememberBundle } from '../../../../formats/bundle/remember-bundle.ts';
import type { RecognisedKind } from '../../../../formats/recognise.ts';

/** Names under which capturers keep the bytes of a document, a mail or a request, best first. */
const RAW_NAMES = ['file', 'message', 'request', 'document'] as const;

/** Everything found in the bytes of a preuve; an empty bundle when it has none. */
export function bundleOf(input: Pick<CheckInput, 'bytes'>, preuve: Preuve): Bundle | undefined {
  const name = RAW_NAMES.find((one) => preuve.raw[one] !== undefined);
  const ref = name === undefined ? undefined : preuve.raw[name];
  if (ref === undefined) return undefined;
  return rememberBundle({
    sha256: ref.sha256,
    bytes: () => input.bytes(ref),
    contentType: contentTypeOf(preuve.view),
    as: forcedKind(preuve.view),
  });
}

/** What the user says that the file is (`view.as`), whatever its content says. */
function forcedKind(view: unknown): RecognisedKind | undefined {
  if (typeof view !== 'object' || view === null || !('as' in view)) return undefined;
  // A kind that no reader knows opens nothing.
  return typeof view.as === 'string' ? (view.as as RecognisedKind) : undefined;
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
