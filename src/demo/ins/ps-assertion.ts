import { randomUUID, X509Certificate } from 'node:crypto';
import { XMLBuilder } from 'fast-xml-parser';
import { SignedXml } from 'xml-crypto';
import type { InsConduct } from './ins-conduct.ts';

/** The card of a professional, as a reader would give it. */
export interface Card {
  readonly identifiantNational: string;
  readonly certPem: string;
  readonly keyPem: string;
}

type Node = Readonly<Record<string, unknown>>;

// The package the product is asked to use splits its builder off in a later major; this one is pinned.
// eslint-disable-next-line @typescript-eslint/no-deprecated
const builder = new XMLBuilder({ ignoreAttributes: false, suppressEmptyNode: true });
const exclusive = 'http://www.w3.org/2001/10/xml-exc-c14n#';
const enveloped = 'http://www.w3.org/2000/09/xmldsig#enveloped-signature';
const x509SubjectName = 'urn:oasis:names:tc:SAML:1.1:nameid-format:X509SubjectName';
const lifetimeMs = 3_600_000;

/** The assertion that stands for a Pro Santé Connect session: said, not signed. */
export function pscAssertion(user: string): string {
  return write({
    issuer: { '#text': 'lps-de-demonstration' },
    qualifier: 'PSC',
    nameId: user,
    speciality: true,
  });
}

/** The assertion PS that a card signs: its issuer is the certificate, its subject the person of the card. */
export function cardAssertion(card: Card, signer: Card, conduct: InsConduct): string {
  const assertion = write({
    issuer: { '@_Format': x509SubjectName, '#text': subjectOf(signer.certPem) },
    qualifier: 'CPS',
    nameId: card.identifiantNational,
    speciality: conduct.assertsNoSpeciality !== true,
    age: conduct.sendsOldAssertion === true ? 2 * lifetimeMs : 0,
  });
  if (conduct.leavesAssertionUnsigned === true) return assertion;
  const signed = sign(assertion, signer, conduct);
  return conduct.altersSignedAssertion === true ? signed.replace('>SA07<', '>SA05<') : signed;
}

interface Said {
  readonly issuer: Node;
  readonly qualifier: string;
  readonly nameId: string;
  readonly speciality: boolean;
  /** Milliseconds since it was issued. */
  readonly age?: number;
}

function write({ issuer, qualifier, nameId, speciality, age = 0 }: Said): string {
  const issued = Date.now() - age;
  const attribute = (name: string, content: string): Node => ({
    '@_Name': name,
    'saml:AttributeValue': content,
  });
  return builder.build({
    'saml:Assertion': {
      '@_xmlns:saml': 'urn:oasis:names:tc:SAML:2.0:assertion',
      '@_ID': `_${randomUUID()}`,
      '@_Version': '2.0',
      '@_IssueInstant': new Date(issued).toISOString(),
      'saml:Issuer': issuer,
      'saml:Subject': { 'saml:NameID': { '@_NameQualifier': qualifier, '#text': nameId } },
      'saml:Conditions': {
        '@_NotBefore': new Date(issued).toISOString(),
        '@_NotOnOrAfter': new Date(issued + lifetimeMs).toISOString(),
      },
      'saml:AttributeStatement': {
        'saml:Attribute': [
          attribute('identifiantFacturation', '00B6087510'),
          attribute('secteurActivite', 'SA07'),
          ...(speciality ? [attribute('codeSpecialiteAMO', '01')] : []),
        ],
      },
    },
  });
}

function sign(assertion: string, { certPem, keyPem }: Card, conduct: InsConduct): string {
  const sha1 = conduct.signsWithSha1 === true;
  const signer = new SignedXml({
    privateKey: keyPem,
    publicCert: certPem,
    signatureAlgorithm: sha1
      ? 'http://www.w3.org/2000/09/xmldsig#rsa-sha1'
      : 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
    canonicalizationAlgorithm: exclusive,
  });
  signer.addReference({
    xpath: "/*[local-name()='Assertion']",
    transforms: [enveloped, exclusive],
    digestAlgorithm: sha1
      ? 'http://www.w3.org/2000/09/xmldsig#sha1'
      : 'http://www.w3.org/2001/04/xmlenc#sha256',
  });
  const location = { reference: "//*[local-name()='Issuer']", action: 'after' } as const;
  signer.computeSignature(assertion, { prefix: 'ds', location });
  return signer.getSignedXml();
}

/** Distinguished name of a certificate, least significant part first as RFC 4514 writes it. */
function subjectOf(certPem: string): string {
  return new X509Certificate(certPem).subject.split('\n').reverse().join(',');
}
