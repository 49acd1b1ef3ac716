import fc from 'fast-check';
import { SignedXml } from 'xml-crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { openPki } from '../../engine/pki-directory.ts';
import type { KeyPair } from '../../domain/service.ts';
import { elementsOf } from '../xml-navigation/navigate.ts';
import { parseTree } from '../xml-navigation/xml-tree.ts';
import { verifyEnvelopedSignature, type EnvelopedSignature } from './verify-enveloped-signature.ts';

const saml = 'urn:oasis:names:tc:SAML:2.0:assertion';
const exc = 'http://www.w3.org/2001/10/xml-exc-c14n#';
const enveloped = 'http://www.w3.org/2000/09/xmldsig#enveloped-signature';

let card: KeyPair;
let other: KeyPair;
let organisation: KeyPair;
beforeAll(async () => {
  const pki = await openPki();
  card = await pki.card({ identifiantNational: '899700000001', nom: 'ESSAI', prenom: 'ANNE' });
  other = await pki.card({ identifiantNational: '899700000002', nom: 'ESSAI', prenom: 'ZOE' });
  organisation = await pki.client({ commonName: 'INSI-AUTO', organizationalUnit: '1' });
});

const assertion = (id: string, who: string): string =>
  `<saml:Assertion ID="${id}" Version="2.0"><saml:Issuer>x</saml:Issuer><!-- said -->` +
  `<saml:Subject><saml:NameID>${who}</saml:NameID></saml:Subject></saml:Assertion>`;

/** SOAP around assertions, prefixes declared on the envelope as many stacks do. */
const soap = (inside: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope" xmlns:saml="${saml}" ` +
  `xmlns:unused="urn:unused"><s:Header>${inside}</s:Header><s:Body/></s:Envelope>`;

interface Signing {
  readonly digest?: string;
  readonly method?: string;
  readonly transforms?: readonly string[];
  readonly pair?: KeyPair;
  readonly id?: string;
}

function sign(xml: string, signing: Signing = {}): string {
  const pair = signing.pair ?? card;
  const signer = new SignedXml({
    privateKey: pair.keyPem,
    publicCert: pair.certPem,
    signatureAlgorithm: signing.method ?? 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
    canonicalizationAlgorithm: exc,
  });
  signer.addReference({
    xpath: `//*[@ID='${signing.id ?? '_a'}']`,
    transforms: [...(signing.transforms ?? [enveloped, exc])],
    digestAlgorithm: signing.digest ?? 'http://www.w3.org/2001/04/xmlenc#sha256',
  });
  const location = { reference: `//*[@ID='${signing.id ?? '_a'}']`, action: 'append' } as const;
  signer.computeSignature(xml, { prefix: 'ds', location });
  return signer.getSignedXml();
}

function verified(xml: string | Uint8Array, index = 0): EnvelopedSignature | undefined {
  const reading = parseTree(typeof xml === 'string' ? Buffer.from(xml) : xml);
  if (reading.kind === 'problem') return undefined;
  const found = elementsOf(elementsOf(reading.root)[0]).filter(({ name }) => name === 'Assertion')[index];
  return found === undefined ? undefined : verifyEnvelopedSignature(found, 'ID');
}

const good = (signing?: Signing): string => sign(soap(assertion('_a', '1')), signing);

const withCertificate = ({ certPem }: KeyPair): string =>
  good().replace(
    /<ds:X509Certificate>[^<]+/,
    `<ds:X509Certificate>${certPem.replaceAll(/-----[^-]+-----|\s/g, '')}`,
  );

describe('a signature that holds', () => {
  it('tells its algorithms, its reference and its certificate', () => {
    const found = verified(good());
    expect(found).toMatchObject({
      state: 'valid',
      signature: {
        references: [{ uri: '#_a', digestMethod: 'http://www.w3.org/2001/04/xmlenc#sha256' }],
        signatureMethod: 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
        canonicalization: { algorithm: exc },
      },
    });
    expect(found?.signature?.certificates).toHaveLength(1);
  });

  it.each<[string, Signing]>([
    ['RSA-SHA512', { method: 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha512' }],
    ['RSA-PSS', { method: 'http://www.w3.org/2007/05/xmldsig-more#sha256-rsa-MGF1' }],
    ['SHA-512', { digest: 'http://www.w3.org/2001/04/xmlenc#sha512' }],
    ['SHA-1, which is told, not judged', { digest: 'http://www.w3.org/2000/09/xmldsig#sha1' }],
    ['c14n 1.0', { transforms: [enveloped, 'http://www.w3.org/TR/2001/REC-xml-c14n-20010315'] }],
  ])('by %s', (_label, signing) => {
    expect(verified(good(signing))).toMatchObject({ state: 'valid' });
  });

  it('whatever the prefix of the signature, and beside another assertion', () => {
    const beside = good().replace('<s:Header>', `<s:Header>${assertion('_b', '2')}`);
    expect(verified(beside, 1)).toMatchObject({ state: 'valid' });
    expect(verified(beside, 0)).toMatchObject({ state: 'absent' });
  });
});

describe('a signature that does not hold', () => {
  const cases: readonly (readonly [string, () => string, EnvelopedSignature['problem']])[] = [
    ['a changed name', () => good().replace('>1</saml:NameID>', '>2</saml:NameID>'), 'digest'],
    ['an attribute added', () => good().replace('Version="2.0"', 'Version="2.0" X="1"'), 'digest'],
    [
      'a changed value',
      () =>
        good().replace(
          /(<ds:SignatureValue>)(.)/,
          (_all, tag: string, first: string) => tag + (first === 'A' ? 'B' : 'A'),
        ),
      'value',
    ],
    ['a certificate of another', () => withCertificate(other), 'value'],
    ['a key of another kind', () => withCertificate(organisation), 'value'],
    ['no certificate', () => good().replace(/<ds:KeyInfo>.*<\/ds:KeyInfo>/, ''), 'certificate'],
    [
      'a certificate that is none',
      () => good().replace(/<ds:X509Certificate>[^<]+/, '<ds:X509Certificate>AAAA'),
      'certificate',
    ],
    ['a reference to nothing', () => good().replace('URI="#_a"', 'URI="#_z"'), 'reference'],
    ['a reference to the whole document', () => good().replace('URI="#_a"', 'URI=""'), 'reference'],
    ['an unknown digest', () => good().replaceAll('xmlenc#sha256', 'xmlenc#sha3'), 'algorithm'],
    ['an unknown signature method', () => good().replace('#rsa-sha256', '#rsa-md5'), 'algorithm'],
    [
      'an HMAC, whose key anybody could choose',
      () => good().replace('#rsa-sha256', '#hmac-sha256'),
      'algorithm',
    ],
    [
      'no enveloped transform',
      () => good().replace(`<ds:Transform Algorithm="${enveloped}"/>`, ''),
      'transform',
    ],
    [
      'a transform that rewrites',
      () =>
        good().replace(
          `Algorithm="${exc}"/></ds:Transforms>`,
          'Algorithm="http://www.w3.org/TR/1999/REC-xslt-19991116"/></ds:Transforms>',
        ),
      'transform',
    ],
    ['no reference', () => good().replace(/<ds:Reference.*<\/ds:Reference>/, ''), 'form'],
  ];
  it.each(cases)('%s', (_label, make, problem) => {
    expect(verified(make())).toMatchObject({ state: 'invalid', problem });
  });

  it('a signed assertion moved beside a forged one that takes its id (signature wrapping)', () => {
    const signed = good();
    const original = /<saml:Assertion[\s\S]*<\/saml:Assertion>/.exec(signed)?.[0] ?? '';
    const signature = /<ds:Signature[\s\S]*<\/ds:Signature>/.exec(original)?.[0] ?? '';
    const forged = assertion('_a', 'INTRUDER').replace('</saml:Assertion>', `${signature}</saml:Assertion>`);
    const wrapped = soap(`${forged}<x>${original.replace(signature, '')}</x>`);
    expect(verified(wrapped)).toMatchObject({ state: 'invalid', problem: 'reference' });
  });

  it('an assertion without signature of its own', () => {
    expect(verified(soap(assertion('_a', '1')))).toMatchObject({ state: 'absent' });
  });
});

it('never throws, whatever one byte becomes', () => {
  const bytes = Buffer.from(good());
  fc.assert(
    fc.property(fc.nat(bytes.length - 1), fc.nat(255), (at, byte) => {
      const changed = Buffer.from(bytes);
      changed[at] = byte;
      expect([undefined, 'valid', 'invalid', 'absent']).toContain(verified(changed)?.state);
    }),
    { numRuns: 200 },
  );
});
