import type { Attachment, Bundle } from '@medplum/fhirtypes';
import type { Check } from '../../../domain/check.ts';
import { fhirList } from '../../../formats/fhir/fhir-list.ts';
import { fhirText } from '../../../formats/fhir/fhir-text.ts';
import { entriesOf, isSubmissionSet, itemsOf } from '../../../formats/fhir/pdsm.ts';
import { fhirKinds, judgeResources } from './reading/judge-fhir.ts';
import type { Observation } from './reading/judge-found.ts';
import { sentences } from './reading/sentences.ts';

/** A PDSm publication is a transaction with one submission set, its documents, and references that resolve. */
export const check: Check = {
  title: {
    fr: 'La publication PDSm a un lot de soumission, ses documents et des références qui aboutissent',
    en: 'The PDSm publication has one submission set, its documents and references that resolve',
  },
  assertions: ['DMP-FHIR-01'],
  clauses: [{ source: 'PDSm 3.1.1', section: 'pdsm-comprehensive-provide-document-bundle', trust: 'V' }],
  reads: fhirKinds,
  findings: {
    'not-transaction': sentences(
      'Le Bundle est de type « {actual} », transaction attendu.',
      'The Bundle has type "{actual}", transaction is expected.',
      'Publier par un Bundle de type transaction.',
      'Publish by a Bundle of type transaction.',
    ),
    'submission-set-count': sentences(
      'Le Bundle a {actual} lots de soumission, un attendu.',
      'The Bundle has {actual} submission sets, one is expected.',
      'Écrire une List submissionset et une seule.',
      'Write one List submissionset and only one.',
    ),
    'no-document': sentences(
      'Le Bundle n’a aucun DocumentReference.',
      'The Bundle has no DocumentReference.',
      'Joindre au moins un DocumentReference.',
      'Add at least one DocumentReference.',
    ),
    'dangling-reference': sentences(
      'La référence « {actual} » ne désigne rien dans le Bundle.',
      'The reference "{actual}" designates nothing in the Bundle.',
      'Reprendre le fullUrl de l’entrée désignée.',
      'Use the fullUrl of the entry designated.',
    ),
  },
  judge: (input) =>
    judgeResources(input, ({ resource, label }) =>
      resource.resourceType === 'Bundle' && label === '' ? bundleFaults(resource) : undefined,
    ),
};

function bundleFaults(bundle: Bundle): readonly Observation[] {
  const entries = entriesOf(bundle);
  const urls = new Set(entries.map((entry) => entry.fullUrl));
  const sets = entries.filter((entry) => isSubmissionSet(entry.resource));
  const documents = entries.filter((entry) => entry.resource.resourceType === 'DocumentReference');
  const items = sets.flatMap(({ resource, path }) =>
    isSubmissionSet(resource) ? itemsOf(resource, path) : [],
  );
  const urlsOfAttachments = documents.flatMap(({ resource, path }) => {
    if (resource.resourceType !== 'DocumentReference') return [];
    return fhirList(resource.content).flatMap((content, index) => {
      const reference = fhirText((content.attachment as Attachment | undefined)?.url);
      // An absolute http address may be outside; only what claims to be inside must be there.
      if (reference === '' || /^https?:/.test(reference)) return [];
      return [{ reference, path: `${path}.content[${index}].attachment.url` }];
    });
  });
  return [
    ...(bundle.type === 'transaction'
      ? []
      : [
          {
            code: 'not-transaction',
            expected: 'transaction',
            actual: fhirText(bundle.type),
            at: { path: 'Bundle.type' },
          },
        ]),
    ...(sets.length === 1
      ? []
      : [{ code: 'submission-set-count', expected: 1, actual: sets.length, at: { path: 'Bundle.entry' } }]),
    ...(documents.length > 0 ? [] : [{ code: 'no-document', at: { path: 'Bundle.entry' } }]),
    ...[...items, ...urlsOfAttachments]
      .filter(({ reference }) => !urls.has(reference))
      .map(({ reference, path }) => ({ code: 'dangling-reference', actual: reference, at: { path } })),
  ];
}
