import { constants, createHash, verify } from 'node:crypto';
import { decodeBase64 } from '../base64/decode-base64.ts';
import type { Certificate } from '../x509/read-certificate.ts';
import { parseTree } from '../xml-navigation/xml-tree.ts';
import type { XmlElement } from '../xml/xml-node.ts';
import { canonicalize, type CanonicalForm } from './canonicalize.ts';
import {
  canonicalForms,
  digestAlgorithms,
  envelopedSignature,
  signatureAlgorithms,
} from './signature-algorithms.ts';
import type { SignedContent } from './signed-content.ts';
import type { SignatureReference, SignatureTransform, XmlSignature } from './xml-signature.ts';

/** What the recomputed digest of a reference says. */
export type DigestOutcome =
  | { readonly kind: 'right' }
  | { readonly kind: 'wrong'; readonly computed: string }
  | { readonly kind: 'unsupported'; readonly algorithm: string }
  | { readonly kind: 'unreadable'; readonly message: string };

/** What the signature value says, once checked with a certificate. */
export type ValueOutcome =
  | { readonly kind: 'right' }
  | { readonly kind: 'wrong' }
  | { readonly kind: 'unsupported'; readonly algorithm: string };

/**
 * Digest of a content after the transforms of its reference, compared with the one written (XML Signature section
 * 3.2.1). `signature` is the element that the enveloped transform takes out. Never throws.
 */
export function checkDigest(
  reference: SignatureReference,
  content: SignedContent,
  signature: XmlElement,
): DigestOutcome {
  const hash = digestAlgorithms.get(reference.digestMethod);
  if (hash === undefined) return { kind: 'unsupported', algorithm: reference.digestMethod };
  const octets = transformed(reference.transforms, content, signature);
  if (octets.kind !== 'octets') return octets;
  const computed = createHash(hash).update(octets.octets).digest('base64');
  return computed === reference.digestValue ? { kind: 'right' } : { kind: 'wrong', computed };
}

/** The signature value over SignedInfo, with the key of a certificate (XML Signature section 3.2.2). Never throws. */
export function checkValue(signature: XmlSignature, { publicKey }: Certificate): ValueOutcome {
  const form = formOf(signature.canonicalization);
  if (form === undefined) return { kind: 'unsupported', algorithm: signature.canonicalization.algorithm };
  const algorithm = signatureAlgorithms.get(signature.signatureMethod);
  if (algorithm === undefined) return { kind: 'unsupported', algorithm: signature.signatureMethod };
  const value = decodeBase64(signature.value);
  if (signature.signedInfo === undefined || value.kind !== 'bytes') return { kind: 'wrong' };
  if (publicKey.asymmetricKeyType !== algorithm.key) return { kind: 'wrong' };
  const octets = Buffer.from(canonicalize(signature.signedInfo, form), 'utf8');
  // XML Signature writes the two numbers of ECDSA one after the other, not as DER.
  const key = {
    key: publicKey,
    dsaEncoding: 'ieee-p1363' as const,
    // The salt is as long as the digest (RFC 9231, 2.3.10).
    ...(algorithm.pss === true
      ? { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST }
      : {}),
  };
  try {
    return { kind: verify(algorithm.digest, octets, key, value.bytes) ? 'right' : 'wrong' };
  } catch {
    // OpenSSL refuses a key or a digest that its policy calls too weak: what cannot be verified is not right.
    return { kind: 'unsupported', algorithm: signature.signatureMethod };
  }
}

type Octets =
  | { readonly kind: 'octets'; readonly octets: Uint8Array }
  | Exclude<DigestOutcome, { kind: 'right' | 'wrong' }>;

function transformed(
  transforms: readonly SignatureTransform[],
  content: SignedContent,
  signature: XmlElement,
): Octets {
  let omit: XmlElement | undefined;
  let current = content;
  // A reference to nodes of the same document has no comments, whatever comes after (section 4.4.3.3).
  let comments = content.kind === 'bytes';
  for (const transform of transforms) {
    if (transform.algorithm === envelopedSignature) {
      omit = signature;
      continue;
    }
    const form = formOf(transform);
    if (form === undefined) return { kind: 'unsupported', algorithm: transform.algorithm };
    if (current.kind === 'bytes') {
      const tree = parseTree(current.bytes);
      if (tree.kind === 'problem') return { kind: 'unreadable', message: tree.message };
      current = { kind: 'nodes', top: tree.root.parent };
    }
    const text = canonicalize(current.top, { ...form, comments: form.comments && comments }, omit);
    current = { kind: 'bytes', bytes: Buffer.from(text, 'utf8') };
    omit = undefined;
    comments = true;
  }
  if (current.kind === 'bytes') return { kind: 'octets', octets: current.bytes };
  // Nodes that no transform turned into octets take the inclusive form (section 4.4.3.2).
  const text = canonicalize(current.top, { exclusive: false, comments: false }, omit);
  return { kind: 'octets', octets: Buffer.from(text, 'utf8') };
}

function formOf({ algorithm, prefixes }: SignatureTransform): CanonicalForm | undefined {
  const form = canonicalForms.get(algorithm);
  return form === undefined ? undefined : { ...form, prefixes };
}
