import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  makeSigner,
  signAssertion,
  signSubmission,
  type Signer,
} from '../../../tests/builders/build-signature.ts';
import { buildVihf } from '../../../tests/builders/build-vihf.ts';
import { readCertificate } from '../x509/read-certificate.ts';
import { parseXml } from '../xml/parse-xml.ts';
import { readReferences, readXmlSignature } from './read-xml-signature.ts';
import { sameDocument } from './signed-content.ts';
import { checkDigest, checkValue } from './verify-xml-signature.ts';
import type { XmlSignature } from './xml-signature.ts';

let rsa: Signer;
let ec: Signer;
beforeAll(async () => {
  [rsa, ec] = await Promise.all([makeSigner(), makeSigner({ algorithm: 'ec' })]);
});

function signatureIn(xml: string): XmlSignature {
  const element = parseXml(Buffer.from(xml)).elements.find(({ name }) => name === 'Signature');
  if (element === undefined) throw new Error('no signature');
  return readXmlSignature(element);
}

/** Outcomes of each reference, then of the value. */
function outcomes(signature: XmlSignature): readonly string[] {
  const digests = signature.references.map((reference) => {
    const target = sameDocument(signature.element, reference.uri ?? '');
    return target.kind === 'found'
      ? checkDigest(reference, { kind: 'nodes', top: target.top }, signature.element).kind
      : target.kind;
  });
  const certificate = readCertificate(signature.certificates[0] ?? new Uint8Array());
  return [...digests, certificate === undefined ? 'no certificate' : checkValue(signature, certificate).kind];
}

describe('checkDigest and checkValue', () => {
  it.each([
    ['rsa-sha256', 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256'],
    ['rsa-sha1', 'http://www.w3.org/2000/09/xmldsig#rsa-sha1'],
    ['rsa-sha512', 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha512'],
  ])('find what xml-crypto signed by %s right, and nothing after a change', (_, method) => {
    const xml = signAssertion(buildVihf(), rsa, { method });
    expect(outcomes(signatureIn(xml))).toEqual(['right', 'right']);
    expect(outcomes(signatureIn(xml.replace('>DIRECTE<', '>INDIRECTE<')))).toEqual(['wrong', 'right']);
    expect(outcomes(signatureIn(xml.replace('<ds:DigestValue>', '<ds:DigestValue>A')))).toEqual([
      'wrong',
      'wrong',
    ]);
    const value = /<ds:SignatureValue>(....)/.exec(xml)?.[1] ?? '';
    const other = value.startsWith('A') ? 'B' : 'A';
    expect(outcomes(signatureIn(xml.replace(value, other + value.slice(1))))).toEqual(['right', 'wrong']);
  });

  it('read a certificate of another key as a wrong signature', () => {
    const xml = signAssertion(buildVihf(), rsa);
    for (const { der } of [ec]) {
      const swapped = xml.replace(rsa.der.toString('base64'), () => der.toString('base64'));
      expect(swapped).not.toBe(xml);
      expect(outcomes(signatureIn(swapped))).toEqual(['right', 'wrong']);
    }
  });

  it('say which algorithm they do not know', () => {
    const xml = signAssertion(buildVihf(), rsa);
    const unknown = (from: string): readonly string[] =>
      outcomes(signatureIn(xml.replace(from, 'urn:other')));
    expect(unknown('http://www.w3.org/2001/04/xmlenc#sha256')).toEqual(['unsupported', 'wrong']);
    expect(unknown('http://www.w3.org/2001/04/xmldsig-more#rsa-sha256')).toEqual(['right', 'unsupported']);
    expect(unknown('http://www.w3.org/2000/09/xmldsig#enveloped-signature')).toEqual([
      'unsupported',
      'wrong',
    ]);
  });

  it('find the detached signature of a submission right, document included', () => {
    const bytes = Buffer.from('<?xml version="1.0"?>\n<!-- kept --><a xmlns="urn:a"  b = "1"></a>');
    const signed = signSubmission(rsa, { setId: '2.25.1', documents: [{ uniqueId: '2.25.2', bytes }] });
    const signature = signatureIn(signed.toString());
    expect(outcomes(signature)).toEqual(['right', 'right', 'right']);
    const manifest = parseXml(signed).elements.find(({ name }) => name === 'Manifest');
    const [set, document] = readReferences(manifest);
    expect(set?.digestValue).toBe('AA==');
    const content = { kind: 'bytes', bytes } as const;
    expect(document && checkDigest(document, content, signature.element).kind).toBe('right');
    const changed = { kind: 'bytes', bytes: Buffer.from(bytes.toString().replace('kept', 'lost')) } as const;
    expect(document && checkDigest(document, changed, signature.element).kind).toBe('wrong');
    const damaged = { kind: 'bytes', bytes: bytes.subarray(0, 30) } as const;
    expect(document && checkDigest(document, damaged, signature.element).kind).toBe('unreadable');
  });

  it('take a file without transforms as it is', () => {
    const bytes = Buffer.from([0xff, 0xd8, 0xff, 0x00]);
    const documents = [{ uniqueId: '2.25.2', bytes, raw: true }];
    const tree = parseXml(signSubmission(rsa, { setId: '2.25.1', documents }));
    const [, reference] = readReferences(tree.elements.find(({ name }) => name === 'Manifest'));
    if (reference === undefined) throw new Error('no reference');
    expect(checkDigest(reference, { kind: 'bytes', bytes }, tree.root).kind).toBe('right');
    expect(checkDigest(reference, { kind: 'bytes', bytes: bytes.subarray(1) }, tree.root).kind).toBe('wrong');
  });

  it('do not choose between two elements of one id', () => {
    const xml = signAssertion(buildVihf(), rsa);
    const id = /ID="([^"]+)"/.exec(xml)?.[1] ?? '';
    const wrapped = `<e xmlns="urn:e"><x ID="${id}"/>${xml}</e>`;
    expect(outcomes(signatureIn(wrapped))[0]).toBe('ambiguous');
    expect(outcomes(signatureIn(xml.replace(`URI="#${id}"`, 'URI="#gone"')))[0]).toBe('absent');
  });

  it('never throw on a damaged signature', () => {
    const xml = signAssertion(buildVihf(), rsa);
    fc.assert(
      fc.property(fc.nat(xml.length - 1), fc.constantFrom('', 'A', '=', ' ', '#'), (at, character) => {
        const damaged = xml.slice(0, at) + character + xml.slice(at + 1);
        try {
          parseXml(Buffer.from(damaged));
        } catch {
          return;
        }
        if (!damaged.includes(':Signature ')) return;
        outcomes(signatureIn(damaged));
      }),
      { numRuns: 300 },
    );
  });
});
