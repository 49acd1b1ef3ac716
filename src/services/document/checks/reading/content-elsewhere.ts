import type { FoundSubmission } from '../../../../formats/bundle/bundle.ts';
import type { XdsDocumentEntry } from '../../../../formats/xds/xds-submission.ts';

/**
 * True when the document of an entry is in a part that was not kept: the envelope alone of a message, as a log has
 * it. Nothing can be said of that document.
 */
export function contentElsewhere(
  { documents, packaged }: FoundSubmission,
  { id }: XdsDocumentEntry,
): boolean {
  return (
    !packaged && documents.some((one) => one.id === id && one.how === 'absent' && one.href !== undefined)
  );
}
