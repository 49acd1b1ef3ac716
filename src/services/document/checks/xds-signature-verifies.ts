import type { Check } from '../../../domain/check.ts';
import { readManifests, readSignedProperties } from '../../../formats/xmldsig/read-xades.ts';
import { sameDocument } from '../../../formats/xmldsig/signed-content.ts';
import { checkDigest } from '../../../formats/xmldsig/verify-xml-signature.ts';
import type { SignatureReference, XmlSignature } from '../../../formats/xmldsig/xml-signature.ts';
import { documentKinds } from './reading/document-kinds.ts';
import { judgeSubmissions, type Observation } from './reading/judge-found.ts';
import { sentences } from './reading/sentences.ts';
import { signatureValue } from './reading/signature-value.ts';
import { submissionSignatures } from './reading/submission-signature.ts';

/** References beyond this number are not recomputed: a signature of the DMP has two. */
const most = 16;

/** The signature of a submission signs its manifest and its properties, and verifies with its certificate. */
export const check: Check = {
  title: {
    fr: 'La signature du lot de soumission se vérifie',
    en: 'The signature of the submission set verifies',
  },
  assertions: ['DMP-SIG-01'],
  clauses: [{ source: 'Exemples GIE SESAM-Vitale 02.05.00', section: 'TD2.1, signature XAdES', trust: 'V' }],
  reads: documentKinds,
  findings: {
    'manifest-not-signed': sentences(
      'SignedInfo ne référence pas le manifeste {expected}.',
      'SignedInfo does not reference the manifest {expected}.',
      'Référencer #IHEManifest dans SignedInfo.',
      'Reference #IHEManifest in SignedInfo.',
    ),
    'properties-not-signed': sentences(
      'SignedInfo ne référence pas les propriétés signées {expected}.',
      'SignedInfo does not reference the signed properties {expected}.',
      'Référencer SignedProperties dans SignedInfo.',
      'Reference SignedProperties in SignedInfo.',
    ),
    'reference-unresolved': sentences(
      'La référence {actual} ne mène pas à un seul élément ({count} trouvés).',
      'The reference {actual} does not lead to a single element ({count} found).',
      'Donner à chaque élément signé un Id que lui seul porte.',
      'Give every signed element an Id that it alone bears.',
    ),
    'digest-wrong': sentences(
      'L’empreinte signée de {reference} est {actual}, celle de l’élément {expected}.',
      'The signed digest of {reference} is {actual}, that of the element {expected}.',
      'Ne rien changer à la signature après l’avoir calculée.',
      'Change nothing in the signature once computed.',
    ),
    'certificate-missing': sentences(
      'La signature ne porte pas de certificat X.509 lisible.',
      'The signature carries no readable X.509 certificate.',
      'Joindre le certificat de signature dans KeyInfo/X509Data.',
      'Join the signing certificate in KeyInfo/X509Data.',
    ),
    'signature-wrong': sentences(
      'La signature ne se vérifie pas avec le certificat {actual}.',
      'The signature does not verify with the certificate {actual}.',
      'Signer avec la clé du certificat joint, sur la forme canonique de SignedInfo.',
      'Sign with the key of the joined certificate, over the canonical form of SignedInfo.',
    ),
    'algorithm-unsupported': sentences(
      'L’algorithme {actual} n’est pas de ceux que l’on sait vérifier.',
      'The algorithm {actual} is not one that can be verified.',
      'Signer en RSA ou ECDSA avec SHA-1 ou SHA-2, en forme canonique 1.0 ou exclusive.',
      'Sign by RSA or ECDSA with SHA-1 or SHA-2, in canonical form 1.0 or exclusive.',
    ),
  },
  judge: (input) =>
    judgeSubmissions(input, (found) => {
      const signatures = submissionSignatures(found);
      return signatures.length === 0
        ? undefined
        : signatures.flatMap(({ signature }) => [
            ...signed(signature),
            ...signature.references.slice(0, most).flatMap((one) => reference(signature, one)),
            ...signatureValue(signature),
          ]);
    }),
};

function signed(signature: XmlSignature): readonly Observation[] {
  const uris = new Set(signature.references.map(({ uri }) => uri));
  const manifest = readManifests(signature)[0]?.id ?? 'IHEManifest';
  const properties = readSignedProperties(signature)?.id ?? 'S0-SignedProperties';
  return [['manifest-not-signed', manifest] as const, ['properties-not-signed', properties] as const].flatMap(
    ([code, id]) => (uris.has(`#${id}`) ? [] : [{ code, expected: `#${id}`, at: signature.at }]),
  );
}

function reference(signature: XmlSignature, one: SignatureReference): readonly Observation[] {
  const { uri = '', at } = one;
  const target = sameDocument(signature.element, uri);
  if (target.kind !== 'found') {
    const count = target.kind === 'ambiguous' ? target.count : 0;
    return [{ code: 'reference-unresolved', actual: uri, values: { count }, at }];
  }
  const outcome = checkDigest(one, { kind: 'nodes', top: target.top }, signature.element);
  switch (outcome.kind) {
    case 'right':
      return [];
    case 'wrong': {
      const values = { reference: uri };
      return [{ code: 'digest-wrong', expected: outcome.computed, actual: one.digestValue, values, at }];
    }
    case 'unsupported':
      return [{ code: 'algorithm-unsupported', actual: outcome.algorithm, at }];
    case 'unreadable':
      // Nodes of a tree that was read are always readable.
      return [];
  }
}
