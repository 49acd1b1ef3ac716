import type { Bundle, DocumentReference, List, Reference, Resource } from '@medplum/fhirtypes';
import { fhirList } from './fhir-list.ts';
import { fhirText } from './fhir-text.ts';

/** A resource of a bundle, with its place and the URL by which others refer to it. */
export interface BundleEntryRead {
  readonly resource: Resource;
  readonly path: string;
  readonly fullUrl: string;
}

/** Entries of a bundle that hold a resource. */
export function entriesOf(bundle: Bundle): readonly BundleEntryRead[] {
  return fhirList(bundle.entry).flatMap((entry, index) =>
    !isResource(entry.resource)
      ? []
      : [
          {
            resource: entry.resource,
            path: `Bundle.entry[${index}].resource`,
            fullUrl: fhirText(entry.fullUrl),
          },
        ],
  );
}

function isResource(value: unknown): value is Resource {
  return typeof value === 'object' && value !== null && 'resourceType' in value;
}

/** True for the List that is the submission set of a PDSm publication (MHD list type `submissionset`). */
export function isSubmissionSet(resource: Resource): resource is List {
  return (
    resource.resourceType === 'List' &&
    fhirList(resource.code?.coding).some((coding) => coding.code === 'submissionset')
  );
}

/** References of a submission set to documents, as written, with their places. */
export function itemsOf(
  list: List,
  path: string,
): readonly { readonly reference: string; readonly path: string }[] {
  return fhirList(list.entry).map((entry, index) => ({
    reference: fhirText((entry.item as Reference | undefined)?.reference),
    path: `${path}.entry[${index}].item`,
  }));
}

/** Elements that pdsm-comprehensive-document-reference makes mandatory and that are absent (PDSm 3.1.1). */
export function missingElements(reference: DocumentReference): readonly string[] {
  const [content] = fhirList(reference.content);
  const attachment = content?.attachment;
  const present: readonly (readonly [string, unknown])[] = [
    ['masterIdentifier', reference.masterIdentifier?.value],
    ['contained', fhirList(reference.contained)[0]],
    ['custodian', reference.custodian],
    ['date', reference.date],
    ['author', fhirList(reference.author)[0]],
    ['content.attachment.size', attachment?.size],
    ['content.attachment.hash', attachment?.hash],
    ['content.attachment.title', attachment?.title],
    ['context.period.start', reference.context?.period?.start],
  ];
  return present.filter(([, value]) => value === undefined || value === '').map(([name]) => name);
}
