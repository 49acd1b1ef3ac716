import type { DmpRequest } from '../../../../formats/dmp/dmp-request.ts';
import { readSubmission } from '../../../../formats/xds/read-submission.ts';
import type { XdsDocumentEntry } from '../../../../formats/xds/xds-submission.ts';

/** Entries that a request changes (ITI-57); none for other requests, or for a change of status. */
export function updatedEntries({ transaction, body }: DmpRequest): readonly XdsDocumentEntry[] {
  return transaction.name === 'TD3.3' ? (readSubmission(body)?.entries ?? []) : [];
}
