import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCertificate } from '../../src/formats/x509/read-certificate.ts';
import { parseXml } from '../../src/formats/xml/parse-xml.ts';
import { readXmlSignature } from '../../src/formats/xmldsig/read-xml-signature.ts';
import { sameDocument } from '../../src/formats/xmldsig/signed-content.ts';
import { checkDigest, checkValue } from '../../src/formats/xmldsig/verify-xml-signature.ts';
import { makeSigner, signAssertion, signSubmission, type Signer } from '../builders/build-signature.ts';
import { buildCda } from '../builders/build-cda.ts';
import { buildVihf } from '../builders/build-vihf.ts';

const source = fileURLToPath(new URL('xmldsig/XmlSignatures.java', import.meta.url));

function missing(): string | undefined {
  try {
    execFileSync('java', ['--version'], { stdio: 'ignore' });
    return undefined;
  } catch {
    return 'java absent';
  }
}

const reason = missing();

describe.skipIf(reason !== undefined)(`XML signatures of the JDK (${reason ?? 'present'})`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'segur-xmldsig-'));
  const at = (name: string): string => join(folder, name);
  let rsa: Signer;
  let ec: Signer;
  beforeAll(async () => {
    [rsa, ec] = await Promise.all([makeSigner(), makeSigner({ algorithm: 'ec' })]);
    for (const [name, signer] of [
      ['rsa', rsa],
      ['ec', ec],
    ] as const) {
      writeFileSync(at(`${name}.key`), signer.keyPem);
      writeFileSync(at(`${name}.pem`), signer.certPem);
    }
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const java = (...args: readonly string[]): string =>
    execFileSync('java', [source, ...args], { encoding: 'utf8', timeout: 60_000 });

  it.each([
    ['rsa', 'exclusive', 'http://www.w3.org/2001/10/xml-exc-c14n#', 'rsa-sha256'],
    ['rsa', 'inclusive', 'http://www.w3.org/TR/2001/REC-xml-c14n-20010315#WithComments', 'rsa-sha512'],
    ['ec', 'exclusive', 'http://www.w3.org/2001/10/xml-exc-c14n#WithComments', 'ecdsa-sha256'],
  ] as const)('verifies what the JDK signs by %s in %s form', (key, _, form, method) => {
    const xml = buildVihf().replace('<saml2:Issuer', '<!-- c --><saml2:Issuer xmlns:z="urn:z" xml:lang="fr"');
    writeFileSync(at('in.xml'), xml);
    const algorithm = `http://www.w3.org/2001/04/xmldsig-more#${method}`;
    const digest = 'http://www.w3.org/2001/04/xmlenc#sha256';
    java('sign', at('in.xml'), at('out.xml'), at(`${key}.key`), at(`${key}.pem`), form, algorithm, digest);
    const element = parseXml(readFileSync(at('out.xml'))).elements.find(({ name }) => name === 'Signature');
    if (element === undefined) throw new Error('no signature');
    const signature = readXmlSignature(element);
    const [reference] = signature.references;
    const target = sameDocument(element, reference?.uri ?? '-');
    const certificate = readCertificate(signature.certificates[0] ?? new Uint8Array());
    if (reference === undefined || target.kind !== 'found' || certificate === undefined)
      throw new Error('unread');
    expect(checkDigest(reference, { kind: 'nodes', top: target.top }, element)).toEqual({ kind: 'right' });
    expect(checkValue(signature, certificate)).toEqual({ kind: 'right' });
  });

  it('agrees on the signatures that the tests make', () => {
    writeFileSync(at('vihf.xml'), signAssertion(buildVihf(), rsa));
    expect(java('verify', at('vihf.xml'), at('rsa.pem'))).toBe('value true\nreference true\n');
    const bytes = Buffer.from(buildCda());
    writeFileSync(at('document.xml'), bytes);
    const documents = [{ uniqueId: '2.25.2', bytes }];
    writeFileSync(at('set.xml'), signSubmission(rsa, { setId: '2.25.1', documents }));
    // The digest of the set itself is AA== by convention: no implementation computes it.
    expect(java('verify', at('set.xml'), at('rsa.pem'), at('document.xml'))).toBe(
      'value true\nreference true\nreference true\nmanifest false\nmanifest true\n',
    );
  });
});
