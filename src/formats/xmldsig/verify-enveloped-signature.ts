import { attribute } from '../xml-navigation/navigate.ts';
import type { XmlElement } from '../xml/xml-node.ts';
import { readCertificate } from '../x509/read-certificate.ts';
import { readXmlSignature, signaturesOf } from './read-xml-signature.ts';
import { canonicalForms, envelopedSignature } from './signature-algorithms.ts';
import { sameDocument } from './signed-content.ts';
import { checkDigest, checkValue } from './verify-xml-signature.ts';
import type { XmlSignature } from './xml-signature.ts';

/** What an enveloped signature says of itself, and whether it holds. */
export interface EnvelopedSignature {
  /** `absent`: the element has no Signature child. */
  readonly state: 'absent' | 'valid' | 'invalid';
  readonly problem?: EnvelopedProblem;
  /** Absent when the element has no Signature child. */
  readonly signature?: XmlSignature;
}

/**
 * `form`: not one Signature with one Reference; `reference`: it does not name the whole element, or its id is borne
 * twice; `transform`: other transforms than those that leave the element whole; `algorithm`: one that is not known;
 * `certificate`: none that can be read; `digest`: the element was changed; `value`: not signed by that certificate.
 */
export type EnvelopedProblem =
  'form' | 'reference' | 'transform' | 'algorithm' | 'certificate' | 'digest' | 'value';

/**
 * Verifies the signature that an element holds of itself, with the first certificate that it carries; the chain and the
 * dates of that certificate are not judged. Clause: XML Signature 3.2; SAML 2.0 core 5.4. Never throws.
 */
export function verifyEnvelopedSignature(element: XmlElement, idAttribute: string): EnvelopedSignature {
  const found = signaturesOf(element);
  const [first] = found;
  if (first === undefined) return { state: 'absent' };
  const signature = readXmlSignature(first);
  const problem = found.length > 1 ? 'form' : problemOf(element, signature, idAttribute);
  return problem === undefined ? { state: 'valid', signature } : { state: 'invalid', problem, signature };
}

function problemOf(
  element: XmlElement,
  signature: XmlSignature,
  idAttribute: string,
): EnvelopedProblem | undefined {
  const [reference, ...others] = signature.references;
  if (reference === undefined || others.length > 0) return 'form';
  const id = attribute(element, idAttribute) ?? '';
  const designated = sameDocument(element, reference.uri ?? '');
  if (id === '' || reference.uri !== `#${id}` || designated.kind !== 'found' || designated.top !== element)
    return 'reference';
  const [enveloped, ...forms] = reference.transforms;
  if (enveloped?.algorithm !== envelopedSignature || forms.length > 1) return 'transform';
  if (forms.some(({ algorithm }) => !canonicalForms.has(algorithm))) return 'transform';
  const [der] = signature.certificates;
  const certificate = der === undefined ? undefined : readCertificate(der);
  if (certificate === undefined) return 'certificate';
  const digest = checkDigest(reference, { kind: 'nodes', top: element }, signature.element);
  if (digest.kind !== 'right') return digest.kind === 'wrong' ? 'digest' : 'algorithm';
  const value = checkValue(signature, certificate);
  if (value.kind !== 'right') return value.kind === 'wrong' ? 'value' : 'algorithm';
  return undefined;
}
