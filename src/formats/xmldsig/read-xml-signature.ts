import { decodeBase64 } from '../base64/decode-base64.ts';
import {
  attribute,
  child,
  children,
  descend,
  elementsOf,
  placeOf,
  textOf,
} from '../xml-navigation/navigate.ts';
import type { XmlElement } from '../xml/xml-node.ts';
import type { SignatureReference, SignatureTransform, XmlSignature } from './xml-signature.ts';

/** Name space of XML signatures (XML Signature Syntax and Processing 1.1). */
export const dsigNamespace = 'http://www.w3.org/2000/09/xmldsig#';

/** The `ds:Signature` children of an element, in order. */
export function signaturesOf(element: XmlElement): readonly XmlElement[] {
  return elementsOf(element).filter(
    ({ name, namespace }) => name === 'Signature' && namespace === dsigNamespace,
  );
}

/** Reads a `ds:Signature` element. Never throws: what is missing is empty. */
export function readXmlSignature(element: XmlElement): XmlSignature {
  const signedInfo = child(element, 'SignedInfo');
  return {
    id: attribute(element, 'Id') ?? '',
    element,
    signedInfo,
    canonicalization: readTransform(child(signedInfo, 'CanonicalizationMethod')),
    signatureMethod: attribute(child(signedInfo, 'SignatureMethod'), 'Algorithm') ?? '',
    references: readReferences(signedInfo),
    value: bare(child(element, 'SignatureValue')),
    certificates: descend(element, 'KeyInfo', 'X509Data', 'X509Certificate').flatMap((one) => {
      const decoding = decodeBase64(bare(one));
      return decoding.kind === 'bytes' && decoding.bytes.length > 0 ? [decoding.bytes] : [];
    }),
    at: placeOf(element),
  };
}

/** The references of a SignedInfo or of a Manifest, in order. */
export function readReferences(parent: XmlElement | undefined): readonly SignatureReference[] {
  return children(parent, 'Reference').map((element) => ({
    uri: attribute(element, 'URI'),
    type: attribute(element, 'Type') ?? '',
    transforms: descend(element, 'Transforms', 'Transform').map(readTransform),
    digestMethod: attribute(child(element, 'DigestMethod'), 'Algorithm') ?? '',
    digestValue: bare(child(element, 'DigestValue')),
    at: placeOf(element),
  }));
}

function readTransform(element: XmlElement | undefined): SignatureTransform {
  const inclusive = elementsOf(element).find(({ name }) => name === 'InclusiveNamespaces');
  const list = attribute(inclusive, 'PrefixList')?.trim() ?? '';
  return {
    algorithm: attribute(element, 'Algorithm') ?? '',
    prefixes: list === '' ? [] : list.split(/\s+/),
  };
}

function bare(element: XmlElement | undefined): string {
  return element === undefined ? '' : textOf(element).replace(/\s+/g, '');
}
