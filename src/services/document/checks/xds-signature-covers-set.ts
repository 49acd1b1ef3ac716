import type { Check } from '../../../domain/check.ts';
import type { FoundSubmission } from '../../../formats/bundle/bundle.ts';
import { readManifests, type SignatureManifest } from '../../../formats/xmldsig/read-xades.ts';
import { checkDigest } from '../../../formats/xmldsig/verify-xml-signature.ts';
import type { SignatureReference, XmlSignature } from '../../../formats/xmldsig/xml-signature.ts';
import type { XdsDocumentEntry } from '../../../formats/xds/xds-submission.ts';
import { contentElsewhere } from './reading/content-elsewhere.ts';
import { documentKinds } from './reading/document-kinds.ts';
import { judgeSubmissions, type Observation } from './reading/judge-found.ts';
import { sentences } from './reading/sentences.ts';
import { isSignatureEntry, readSignatureOf, signatureEntries } from './reading/submission-signature.ts';

/** Digest that IHE DSG writes for the set itself, which is no octet stream. */
const SET_DIGEST = 'AA==';

/** The signature of a submission lists the set and each of its documents, with the digests of what is sent. */
export const check: Check = {
  title: {
    fr: 'La signature du lot couvre le lot et chaque document',
    en: 'The signature of the submission covers the set and every document',
  },
  assertions: ['DMP-SIG-01'],
  clauses: [
    { source: 'ANS P4D 0.1.0', section: 'TD2.1, lot de soumission signé', trust: 'V' },
    { source: 'Exemples GIE SESAM-Vitale 02.05.00', section: 'TD2.1, signature XAdES', trust: 'V' },
  ],
  reads: documentKinds,
  findings: {
    'signature-missing': sentences(
      'Le lot alimente le DMP sans signature XAdES.',
      'The submission feeds the DMP without a XAdES signature.',
      'Joindre au lot sa signature, décrite par une entrée au format xmldsig#.',
      'Join the signature of the set, described by an entry of format xmldsig#.',
    ),
    'signature-unreadable': sentences(
      'La signature {entry} ne se lit pas : {actual}.',
      'The signature {entry} cannot be read: {actual}.',
      'Joindre un document dont la racine est ds:Signature.',
      'Join a document whose root is ds:Signature.',
    ),
    'manifest-missing': sentences(
      'La signature n’a pas de Manifest {expected}.',
      'The signature has no Manifest {expected}.',
      'Lister le lot et ses documents dans un ds:Manifest d’Id IHEManifest.',
      'List the set and its documents in a ds:Manifest of Id IHEManifest.',
    ),
    'set-not-listed': sentences(
      'Le lot {expected} n’est pas dans le manifeste.',
      'The set {expected} is not in the manifest.',
      'Référencer le lot par urn:oid: et son identifiant unique.',
      'Reference the set by urn:oid: and its unique id.',
    ),
    'set-digest-wrong': sentences(
      'L’empreinte du lot est {actual}, attendu {expected}.',
      'The digest of the set is {actual}, {expected} is expected.',
      'Écrire AA== : le lot n’est pas un flux d’octets.',
      'Write AA==: the set is no octet stream.',
    ),
    'document-not-listed': sentences(
      'Le document {expected} n’est pas dans le manifeste : il n’est pas signé.',
      'The document {expected} is not in the manifest: it is not signed.',
      'Référencer chaque document par urn:oid: et son identifiant unique.',
      'Reference every document by urn:oid: and its unique id.',
    ),
    'document-digest-wrong': sentences(
      'L’empreinte signée du document {entry} est {actual}, celle du document transmis {expected}.',
      'The signed digest of the document {entry} is {actual}, that of the document sent {expected}.',
      'Calculer l’empreinte sur le document transmis, après les transformations annoncées.',
      'Compute the digest over the document sent, after the transforms announced.',
    ),
    'document-not-canonical': sentences(
      'Le document {entry} n’a pas de forme canonique : {actual}.',
      'The document {entry} has no canonical form: {actual}.',
      'Ne canonicaliser que du XML ; signer les autres fichiers sans transformation.',
      'Canonicalise XML only; sign other files without transform.',
    ),
    'algorithm-unsupported': sentences(
      'L’algorithme {actual} n’est pas de ceux que l’on sait vérifier.',
      'The algorithm {actual} is not one that can be verified.',
      'Employer SHA-1 ou SHA-2 et la forme canonique 1.0 ou exclusive.',
      'Use SHA-1 or SHA-2 and the canonical form 1.0 or exclusive.',
    ),
  },
  judge: (input) =>
    judgeSubmissions(input, (found) => {
      const entries = signatureEntries(found);
      const [set] = found.submission.sets;
      if (entries.length === 0) {
        return found.feeds
          ? [{ code: 'signature-missing', at: set?.at ?? { path: '/RegistryObjectList' } }]
          : undefined;
      }
      const carried = entries.filter((entry) => !contentElsewhere(found, entry));
      return carried.length === 0 ? undefined : carried.flatMap((entry) => inspect(found, entry));
    }),
};

function inspect(found: FoundSubmission, entry: XdsDocumentEntry): readonly Observation[] {
  const signature = readSignatureOf(found, entry);
  if (typeof signature === 'string') {
    return [{ code: 'signature-unreadable', actual: signature, values: { entry: entry.id }, at: entry.at }];
  }
  const manifest = readManifests(signature).find(({ id }) => id === 'IHEManifest');
  if (manifest === undefined)
    return [{ code: 'manifest-missing', expected: 'IHEManifest', at: signature.at }];
  return [
    ...setListed(found, manifest),
    ...found.submission.entries
      .filter((one) => !isSignatureEntry(one))
      .flatMap((one) => documentListed(found, one, { signature, manifest })),
  ];
}

function referenceTo(manifest: SignatureManifest, uniqueId: string): SignatureReference | undefined {
  return manifest.references.find(({ uri }) => uri === `urn:oid:${uniqueId}`);
}

function setListed({ submission }: FoundSubmission, manifest: SignatureManifest): readonly Observation[] {
  const uniqueId = submission.sets[0]?.uniqueIds[0]?.value ?? '';
  const reference = referenceTo(manifest, uniqueId);
  if (reference === undefined) {
    return [{ code: 'set-not-listed', expected: `urn:oid:${uniqueId}`, at: manifest.at }];
  }
  const { digestValue: actual, at } = reference;
  return actual === SET_DIGEST ? [] : [{ code: 'set-digest-wrong', expected: SET_DIGEST, actual, at }];
}

function documentListed(
  found: FoundSubmission,
  entry: XdsDocumentEntry,
  by: { readonly signature: XmlSignature; readonly manifest: SignatureManifest },
): readonly Observation[] {
  const uniqueId = entry.uniqueIds[0]?.value ?? '';
  const reference = referenceTo(by.manifest, uniqueId);
  if (reference === undefined) {
    return [{ code: 'document-not-listed', expected: `urn:oid:${uniqueId}`, at: by.manifest.at }];
  }
  const bytes = found.documentOf(entry);
  // A document that is not there is told by the check of documents.
  if (bytes === undefined) return [];
  const { at } = reference;
  const values = { entry: entry.id };
  const outcome = checkDigest(reference, { kind: 'bytes', bytes }, by.signature.element);
  switch (outcome.kind) {
    case 'right':
      return [];
    case 'wrong': {
      const { computed: expected } = outcome;
      return [{ code: 'document-digest-wrong', expected, actual: reference.digestValue, values, at }];
    }
    case 'unsupported':
      return [{ code: 'algorithm-unsupported', actual: outcome.algorithm, at }];
    case 'unreadable':
      return [{ code: 'document-not-canonical', actual: outcome.message, values, at }];
  }
}
