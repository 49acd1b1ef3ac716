import { attribute, child, descend, elementsOf, placeOf, textOf } from '../xml-navigation/navigate.ts';
import type { ElementPlace } from '../xml-navigation/navigate.ts';
import type { XmlElement } from '../xml/xml-node.ts';
import { readReferences } from './read-xml-signature.ts';
import type { SignatureReference, XmlSignature } from './xml-signature.ts';

/** Beginning of the name spaces of XAdES, one per edition (`v1.1.1#`, `v1.3.2#`...). */
const xadesPrefix = 'http://uri.etsi.org/01903/';

/** A `ds:Manifest` of a signature: a list of references that SignedInfo signs as a whole. */
export interface SignatureManifest {
  readonly id: string;
  readonly element: XmlElement;
  readonly references: readonly SignatureReference[];
  readonly at: ElementPlace;
}

/** A certificate that SignedProperties names. */
export interface NamedCertificate {
  readonly digestMethod: string;
  readonly digestValue: string;
  readonly issuer: string;
  readonly serialNumber: string;
}

/** The XAdES properties that a signature signs, as written. */
export interface SignedProperties {
  readonly id: string;
  readonly element: XmlElement;
  /** `QualifyingProperties/@Target`. */
  readonly target: string;
  readonly signingTime: string;
  readonly certificates: readonly NamedCertificate[];
  readonly policy: 'implied' | 'identified' | 'absent';
  readonly at: ElementPlace;
}

/** The manifests of a signature, in order. */
export function readManifests(signature: XmlSignature): readonly SignatureManifest[] {
  return descend(signature.element, 'Object', 'Manifest').map((element) => ({
    id: attribute(element, 'Id') ?? '',
    element,
    references: readReferences(element),
    at: placeOf(element),
  }));
}

/** The signed properties of a signature (XAdES 1.1.1 section 7.2); undefined when it has none. */
export function readSignedProperties(signature: XmlSignature): SignedProperties | undefined {
  const qualifying = descend(signature.element, 'Object')
    .flatMap(elementsOf)
    .find(({ name, namespace }) => name === 'QualifyingProperties' && namespace.startsWith(xadesPrefix));
  const element = child(qualifying, 'SignedProperties');
  if (element === undefined) return undefined;
  const properties = child(element, 'SignedSignatureProperties');
  const policy = child(properties, 'SignaturePolicyIdentifier');
  return {
    id: attribute(element, 'Id') ?? '',
    element,
    target: attribute(qualifying, 'Target') ?? '',
    signingTime: text(child(properties, 'SigningTime')),
    certificates: descend(properties, 'SigningCertificate', 'Cert').map(readCert),
    policy:
      policy === undefined
        ? 'absent'
        : child(policy, 'SignaturePolicyImplied') === undefined
          ? 'identified'
          : 'implied',
    at: placeOf(element),
  };
}

/** Text of the `ds:SignatureProperty` of an id; undefined when there is none. */
export function signatureProperty(signature: XmlSignature, id: string): string | undefined {
  const found = descend(signature.element, 'Object', 'SignatureProperties', 'SignatureProperty').find(
    (one) => attribute(one, 'Id') === id,
  );
  return found === undefined ? undefined : text(found);
}

function readCert(element: XmlElement): NamedCertificate {
  const digest = child(element, 'CertDigest');
  const issuer = child(element, 'IssuerSerial');
  return {
    digestMethod: attribute(anyChild(digest, 'DigestMethod'), 'Algorithm') ?? '',
    digestValue: text(anyChild(digest, 'DigestValue')).replace(/\s+/g, ''),
    issuer: text(anyChild(issuer, 'X509IssuerName')),
    serialNumber: text(anyChild(issuer, 'X509SerialNumber')),
  };
}

/** XAdES 1.1.1 puts these children in its own name space, later editions in that of signatures. */
function anyChild(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return elementsOf(element).find((one) => one.name === name);
}

function text(element: XmlElement | undefined): string {
  return element === undefined ? '' : textOf(element).trim();
}
