import { createHash } from 'node:crypto';
import type { Attachment, Bundle, DocumentReference } from '@medplum/fhirtypes';
import type { Check } from '../../../domain/check.ts';
import { decodeBase64 } from '../../../formats/base64/decode-base64.ts';
import { fhirList } from '../../../formats/fhir/fhir-list.ts';
import { entriesOf, missingElements } from '../../../formats/fhir/pdsm.ts';
import { fhirKinds, judgeResources } from './reading/judge-fhir.ts';
import type { Observation } from './reading/judge-found.ts';
import { sentences } from './reading/sentences.ts';

/** A DocumentReference has what PDSm makes mandatory, and its hash and size are those of the document. */
export const check: Check = {
  title: {
    fr: 'Le DocumentReference est complet, empreinte et taille sont celles du document',
    en: 'The DocumentReference is complete, hash and size are those of the document',
  },
  assertions: ['DMP-FHIR-02'],
  clauses: [{ source: 'PDSm 3.1.1', section: 'pdsm-comprehensive-document-reference', trust: 'V' }],
  reads: fhirKinds,
  findings: {
    'element-missing': sentences(
      'L’élément {element} manque.',
      'The element {element} is missing.',
      'Renseigner tous les éléments obligatoires du profil.',
      'Give all the mandatory elements of the profile.',
    ),
    'hash-form': sentences(
      'L’empreinte « {actual} » n’est pas un SHA-1 en base64 (28 caractères).',
      'The hash "{actual}" is no SHA-1 in base64 (28 characters).',
      'Encoder en base64 les 20 octets du SHA-1, pas leur écriture hexadécimale.',
      'Encode in base64 the 20 bytes of the SHA-1, not their hexadecimal form.',
    ),
    'hash-differs': sentences(
      'L’empreinte vaut {actual}, celle du document {expected}.',
      'The hash is {actual}, that of the document {expected}.',
      'Calculer l’empreinte sur les octets publiés.',
      'Compute the hash over the bytes published.',
    ),
    'size-differs': sentences(
      'La taille vaut {actual}, celle du document {expected}.',
      'The size is {actual}, that of the document {expected}.',
      'Écrire le nombre d’octets publiés, avant base64.',
      'Write the number of bytes published, before base64.',
    ),
  },
  judge: (input) => {
    let bundle: Bundle | undefined;
    return judgeResources(input, ({ resource, label }) => {
      if (label === '') bundle = resource.resourceType === 'Bundle' ? resource : undefined;
      return resource.resourceType === 'DocumentReference' ? referenceFaults(resource, bundle) : undefined;
    });
  },
};

function referenceFaults(reference: DocumentReference, bundle: Bundle | undefined): readonly Observation[] {
  const missing = missingElements(reference).map((element) => ({
    code: 'element-missing',
    values: { element },
    at: { path: `DocumentReference.${element}` },
  }));
  return [
    ...missing,
    ...fhirList(reference.content).flatMap((content, index): readonly Observation[] => {
      const { hash, size, url, data } = (content.attachment as Attachment | undefined) ?? {};
      const path = `DocumentReference.content[${index}].attachment`;
      if (typeof hash === 'string' && !/^[A-Za-z0-9+/]{27}=$/.test(hash)) {
        return [{ code: 'hash-form', actual: hash, at: { path: `${path}.hash` } }];
      }
      const bytes = documentBytes(data, url, bundle);
      if (bytes === undefined) return [];
      const expected = createHash('sha1').update(bytes).digest('base64');
      return [
        ...(hash === undefined || hash === expected
          ? []
          : [{ code: 'hash-differs', expected, actual: hash, at: { path: `${path}.hash` } }]),
        ...(size === undefined || size === bytes.length
          ? []
          : [{ code: 'size-differs', expected: bytes.length, actual: size, at: { path: `${path}.size` } }]),
      ];
    }),
  ];
}

/** Bytes inline, or of the Binary that the URL designates in the bundle; undefined when they are elsewhere. */
function documentBytes(
  data: string | undefined,
  url: string | undefined,
  bundle: Bundle | undefined,
): Uint8Array | undefined {
  const binary = bundle === undefined ? undefined : entriesOf(bundle).find((entry) => entry.fullUrl === url);
  const text = data ?? (binary?.resource.resourceType === 'Binary' ? binary.resource.data : undefined);
  const decoded = typeof text === 'string' ? decodeBase64(text) : undefined;
  return decoded?.kind === 'bytes' ? decoded.bytes : undefined;
}
