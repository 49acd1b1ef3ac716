import type { Check } from '../../../domain/check.ts';
import type { Vihf } from '../../../formats/vihf/vihf.ts';
import { textOf } from '../../../formats/xml-navigation/navigate.ts';
import { canonicalForms, envelopedSignature } from '../../../formats/xmldsig/signature-algorithms.ts';
import { sameDocument } from '../../../formats/xmldsig/signed-content.ts';
import { checkDigest } from '../../../formats/xmldsig/verify-xml-signature.ts';
import type { SignatureReference, XmlSignature } from '../../../formats/xmldsig/xml-signature.ts';
import { documentKinds } from './reading/document-kinds.ts';
import { judgeVihfs, type Observation } from './reading/judge-found.ts';
import { sentences } from './reading/sentences.ts';
import { signatureValue } from './reading/signature-value.ts';

/** The VIHF is signed as a whole, and the signature verifies with the certificate that it carries. */
export const check: Check = {
  title: {
    fr: 'Le VIHF est signé en entier et sa signature est juste',
    en: 'The VIHF is signed as a whole and its signature is right',
  },
  assertions: ['DMP-VIHF-02'],
  clauses: [
    { source: 'Exemples GIE SESAM-Vitale 02.05.00', section: 'VIHF signés', trust: 'V' },
    { source: 'OASIS SAML 2.0 Core', section: '5.4', trust: 'R' },
  ],
  reads: documentKinds,
  findings: {
    'signature-missing': sentences(
      'L’assertion n’est pas signée.',
      'The assertion is not signed.',
      'Signer l’assertion, la signature suivant l’émetteur.',
      'Sign the assertion, the signature standing after the issuer.',
    ),
    'reference-count': sentences(
      'La signature couvre {actual} éléments, attendu {expected}.',
      'The signature covers {actual} elements, {expected} is expected.',
      'Ne référencer que l’assertion.',
      'Reference the assertion only.',
    ),
    'signature-elsewhere': sentences(
      'La signature vise {actual}, attendu {expected}.',
      'The signature points at {actual}, {expected} is expected.',
      'Signer l’assertion elle-même (Reference URI="#ID").',
      'Sign the assertion itself (Reference URI="#ID").',
    ),
    'id-ambiguous': sentences(
      'L’identifiant {actual} est porté par {count} éléments : on ne sait lequel est signé.',
      'The id {actual} is borne by {count} elements: which one is signed cannot be told.',
      'Donner à l’assertion un identifiant qu’aucun autre élément ne porte.',
      'Give the assertion an id that no other element bears.',
    ),
    'transform-not-allowed': sentences(
      'La transformation {actual} n’est pas admise dans la signature d’une assertion.',
      'The transform {actual} is not allowed in the signature of an assertion.',
      'N’employer que enveloped-signature et xml-exc-c14n.',
      'Use enveloped-signature and xml-exc-c14n only.',
    ),
    'digest-wrong': sentences(
      'L’empreinte signée est {actual}, celle de l’assertion reçue {expected}.',
      'The signed digest is {actual}, that of the assertion received {expected}.',
      'Ne rien changer à l’assertion après la signature, espaces compris.',
      'Change nothing in the assertion after signing, spaces included.',
    ),
    'certificate-missing': sentences(
      'La signature ne porte pas de certificat X.509 lisible.',
      'The signature carries no readable X.509 certificate.',
      'Joindre le certificat de signature dans KeyInfo/X509Data/X509Certificate.',
      'Join the signing certificate in KeyInfo/X509Data/X509Certificate.',
    ),
    'signature-wrong': sentences(
      'La signature ne se vérifie pas avec le certificat {actual}.',
      'The signature does not verify with the certificate {actual}.',
      'Signer avec la clé du certificat joint, sur la forme canonique de SignedInfo.',
      'Sign with the key of the joined certificate, over the canonical form of SignedInfo.',
    ),
    'algorithm-unsupported': sentences(
      'L’algorithme {actual} n’est pas de ceux des signatures XML que l’on sait vérifier.',
      'The algorithm {actual} is not one of XML signatures that can be verified.',
      'Signer en RSA ou ECDSA avec SHA-1 ou SHA-2, en forme canonique 1.0 ou exclusive.',
      'Sign by RSA or ECDSA with SHA-1 or SHA-2, in canonical form 1.0 or exclusive.',
    ),
  },
  judge: (input) =>
    judgeVihfs(input, ({ assertions }) =>
      // A run that took a secret out of an assertion took the bytes that were signed: only the capture could verify.
      assertions.some(({ element }) => textOf(element).includes('«secret:'))
        ? undefined
        : assertions.flatMap(inspect),
    ),
};

function inspect(vihf: Vihf): readonly Observation[] {
  const { signature, at } = vihf;
  if (signature === undefined) return [{ code: 'signature-missing', at }];
  const [reference] = signature.references;
  const count = signature.references.length;
  if (reference === undefined || count !== 1) {
    return [{ code: 'reference-count', expected: 1, actual: count, at: signature.at }];
  }
  return [...coverage(vihf, signature, reference), ...signatureValue(signature)];
}

function coverage(
  vihf: Vihf,
  signature: XmlSignature,
  reference: SignatureReference,
): readonly Observation[] {
  const { at } = reference;
  const target = sameDocument(signature.element, reference.uri ?? '');
  if (target.kind === 'ambiguous') {
    return [{ code: 'id-ambiguous', actual: reference.uri ?? '', values: { count: target.count }, at }];
  }
  if (target.kind === 'absent' || target.top !== vihf.element) {
    return [{ code: 'signature-elsewhere', expected: `#${vihf.id}`, actual: reference.uri ?? '', at }];
  }
  const foreign = reference.transforms.filter(
    ({ algorithm }) => algorithm !== envelopedSignature && canonicalForms.get(algorithm)?.exclusive !== true,
  );
  const outcome = checkDigest(reference, { kind: 'nodes', top: target.top }, signature.element);
  return [
    ...foreign.map(({ algorithm }) => ({ code: 'transform-not-allowed', actual: algorithm, at })),
    ...(outcome.kind === 'wrong'
      ? [{ code: 'digest-wrong', expected: outcome.computed, actual: reference.digestValue, at }]
      : []),
    // An unknown transform is told above already.
    ...(outcome.kind === 'unsupported' && outcome.algorithm === reference.digestMethod
      ? [{ code: 'algorithm-unsupported', actual: outcome.algorithm, at }]
      : []),
  ];
}
