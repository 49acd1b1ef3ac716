// Must come before @peculiar/x509, whose decorators need it.
import 'reflect-metadata';
import { createHash, createSign, webcrypto } from 'node:crypto';
import * as x509 from '@peculiar/x509';
import { XmlC14NMode, XmlDocument } from 'libxml2-wasm';
import { SignedXml } from 'xml-crypto';

/** A key and the certificate that goes with it. */
export interface Signer {
  readonly keyPem: string;
  readonly certPem: string;
  readonly der: Buffer;
  readonly algorithm: 'rsa' | 'ec';
}

export interface SignerRecipe {
  readonly subject?: string;
  readonly algorithm?: Signer['algorithm'];
  readonly notBefore?: string;
  readonly notAfter?: string;
}

/** Subject of the seal of tests, as the assertions of the builders name it. */
export const sealSubject = 'CN=cachet-test, OU=10B0127189, O=CLINIQUE ZZTEST, C=FR';

/** A new key with its self-signed certificate; dates are those of the documents of the builders. */
export async function makeSigner(recipe: SignerRecipe = {}): Promise<Signer> {
  const { subject = sealSubject, algorithm = 'rsa' } = recipe;
  // Node's declaration of Web Crypto and the DOM's differ in overloads alone.
  x509.cryptoProvider.set(webcrypto as never);
  const parameters =
    algorithm === 'rsa'
      ? {
          name: 'RSASSA-PKCS1-v1_5',
          hash: 'SHA-256',
          modulusLength: 2048,
          publicExponent: new Uint8Array([1, 0, 1]),
        }
      : { name: 'ECDSA', hash: 'SHA-256', namedCurve: 'P-256' };
  const keys = await webcrypto.subtle.generateKey(parameters, true, ['sign', 'verify']);
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    serialNumber: '1f2e3d4c5b6a7988',
    name: subject,
    keys,
    signingAlgorithm: parameters,
    notBefore: new Date(recipe.notBefore ?? '2026-01-01T00:00:00Z'),
    notAfter: new Date(recipe.notAfter ?? '2029-01-01T00:00:00Z'),
    extensions: [new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true)],
  });
  const pkcs8 = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', keys.privateKey)).toString('base64');
  return {
    keyPem: `-----BEGIN PRIVATE KEY-----\n${pkcs8.replace(/(.{64})/g, '$1\n')}\n-----END PRIVATE KEY-----\n`,
    certPem: certificate.toString('pem'),
    der: Buffer.from(certificate.rawData),
    algorithm,
  };
}

const exclusive = 'http://www.w3.org/2001/10/xml-exc-c14n#';
const enveloped = 'http://www.w3.org/2000/09/xmldsig#enveloped-signature';
const rsaSha256 = 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256';

export interface AssertionSignature {
  /** Element that is signed, by XPath; the assertion itself by default. */
  readonly signed?: string;
  readonly transforms?: readonly string[];
  readonly digest?: string;
  readonly method?: string;
  /** False leaves KeyInfo out. */
  readonly certificate?: boolean;
}

/** Signs the SAML assertion of a text by xml-crypto, the signature standing right after its issuer. */
export function signAssertion(xml: string, signer: Signer, options: AssertionSignature = {}): string {
  const { signed = "//*[local-name()='Assertion']", transforms = [enveloped, exclusive] } = options;
  const signature = new SignedXml({
    privateKey: signer.keyPem,
    ...(options.certificate === false ? {} : { publicCert: signer.certPem }),
    canonicalizationAlgorithm: exclusive,
    signatureAlgorithm: options.method ?? rsaSha256,
    idAttribute: 'ID',
  });
  signature.addReference({
    xpath: signed,
    digestAlgorithm: options.digest ?? 'http://www.w3.org/2001/04/xmlenc#sha256',
    transforms: [...transforms],
  });
  signature.computeSignature(xml, {
    prefix: 'ds',
    location: { reference: "//*[local-name()='Assertion']/*[local-name()='Issuer']", action: 'after' },
  });
  return signature.getSignedXml();
}

/** A document of a submission that a signature covers. */
export interface SignedDocument {
  readonly uniqueId: string;
  readonly bytes: Uint8Array;
  /** Signed as it is, as images are, and not by its canonical form. */
  readonly raw?: boolean;
}

export interface SubmissionSignature {
  readonly setId: string;
  readonly documents: readonly SignedDocument[];
  readonly signingTime?: string;
  /** Edits before digests are computed: what is written is then signed all the same. */
  readonly edit?: (xml: string) => string;
  /** Edits of the signed text. */
  readonly tamper?: (xml: string) => string;
}

const dsig = 'http://www.w3.org/2000/09/xmldsig#';
const xades = 'http://uri.etsi.org/01903/v1.1.1#';
const withComments = 'http://www.w3.org/TR/2001/REC-xml-c14n-20010315#WithComments';
const purpose = '1.2.840.10065.1.12.1.14';

/**
 * The XAdES signature of a submission set in the form of the DMP (detached, IHE DSG manifest, SHA-1), canonicalized by
 * libxml2 and signed by OpenSSL: none of it is the code under test.
 */
export function signSubmission(signer: Signer, recipe: SubmissionSignature): Buffer {
  const sha1 = (data: string | Uint8Array): string => createHash('sha1').update(data).digest('base64');
  const documents = recipe.documents.map(({ uniqueId, bytes, raw }) =>
    raw === true
      ? reference(`urn:oid:${uniqueId}`, sha1(bytes))
      : reference(`urn:oid:${uniqueId}`, sha1(canonical(bytes)), { transform: withComments }),
  );
  const certificate = new x509.X509Certificate(signer.certPem);
  const draft = `<?xml version="1.0" encoding="UTF-8"?>
<Signature xmlns="${dsig}" Id="signature-1"><SignedInfo><CanonicalizationMethod Algorithm="${withComments}"/><SignatureMethod Algorithm="${dsig}rsa-sha1"/>${reference('#IHEManifest', 'MANIFEST', { type: `${dsig}Manifest` })}${reference('#S0-SignedProperties', 'PROPERTIES', { type: `${xades}SignedProperties` })}</SignedInfo><SignatureValue>VALUE</SignatureValue><KeyInfo><X509Data><X509Certificate>${signer.der.toString('base64')}</X509Certificate></X509Data></KeyInfo><Object><SignatureProperties><SignatureProperty Id="purposeOfSignature" Target="#signature-1">${purpose}</SignatureProperty></SignatureProperties></Object><Object><Manifest xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" Id="IHEManifest">${reference(`urn:oid:${recipe.setId}`, 'AA==')}${documents.join('')}</Manifest></Object><Object><QualifyingProperties xmlns="${xades}" Target="#signature-1"><SignedProperties Id="S0-SignedProperties"><SignedSignatureProperties><SigningTime>${recipe.signingTime ?? '2026-06-11T08:35:00Z'}</SigningTime><SigningCertificate><Cert><CertDigest><DigestMethod Algorithm="${dsig}sha1"/><DigestValue>${sha1(signer.der)}</DigestValue></CertDigest><IssuerSerial><X509IssuerName xmlns="${dsig}">${certificate.issuer}</X509IssuerName><X509SerialNumber xmlns="${dsig}">${BigInt(`0x${certificate.serialNumber}`).toString()}</X509SerialNumber></IssuerSerial></Cert></SigningCertificate><SignaturePolicyIdentifier><SignaturePolicyImplied/></SignaturePolicyIdentifier></SignedSignatureProperties></SignedProperties></QualifyingProperties></Object></Signature>`;
  const edited = recipe.edit?.(draft) ?? draft;
  const digested = edited
    .replace('MANIFEST', () => sha1(canonical(Buffer.from(edited), 'Manifest', false)))
    .replace('PROPERTIES', () => sha1(canonical(Buffer.from(edited), 'SignedProperties', false)));
  const value = createSign('sha1')
    .update(canonical(Buffer.from(digested), 'SignedInfo'))
    .sign(signer.keyPem, 'base64');
  const signed = digested.replace('VALUE', () => value);
  return Buffer.from(recipe.tamper?.(signed) ?? signed, 'utf8');
}

function reference(
  uri: string,
  digest: string,
  { type, transform }: { readonly type?: string; readonly transform?: string } = {},
): string {
  const typed = type === undefined ? '' : ` Type="${type}"`;
  const transforms =
    transform === undefined ? '' : `<Transforms><Transform Algorithm="${transform}"/></Transforms>`;
  return `<Reference URI="${uri}"${typed}>${transforms}<DigestMethod Algorithm="${dsig}sha1"/><DigestValue>${digest}</DigestValue></Reference>`;
}

/** Canonical XML 1.0 of a document or of its first element of a name; '' when there is none. */
function canonical(bytes: Uint8Array, name?: string, comments = true): string {
  const document = XmlDocument.fromBuffer(bytes);
  try {
    const options = { mode: XmlC14NMode.XML_C14N_1_0, withComments: comments };
    if (name === undefined) return document.canonicalizeToString(options);
    return document.get(`//*[local-name()='${name}']`)?.canonicalizeToString(options) ?? '';
  } finally {
    document.dispose();
  }
}
