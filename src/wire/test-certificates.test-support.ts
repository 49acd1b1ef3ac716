import 'reflect-metadata';
import { webcrypto } from 'node:crypto';
import * as x509 from '@peculiar/x509';

interface Pair {
  readonly certPem: string;
  readonly keyPem: string;
}

export interface TestAuthority {
  readonly ca: string;
  readonly server: Pair;
  readonly client: Pair;
  readonly foreign: Pair;
}

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
const validity = { notBefore: new Date(Date.now() - 60_000), notAfter: new Date(Date.now() + 3_600_000) };

/** A throw-away authority, one leaf of each kind, and a client certificate of another authority. */
export async function selfSignedForTests(): Promise<TestAuthority> {
  x509.cryptoProvider.set(webcrypto as never);
  const authority = await certificateAuthority('CN=Autorité de test');
  const other = await certificateAuthority('CN=Autre autorité');
  return {
    ca: authority.certificate.toString('pem'),
    server: await leaf(authority, 'CN=localhost', x509.ExtendedKeyUsage.serverAuth),
    client: await leaf(authority, 'CN=logiciel, OU=110000001', x509.ExtendedKeyUsage.clientAuth),
    foreign: await leaf(other, 'CN=logiciel, OU=110000001', x509.ExtendedKeyUsage.clientAuth),
  };
}

interface Issuer {
  readonly certificate: x509.X509Certificate;
  readonly keys: webcrypto.CryptoKeyPair;
}

async function generateKeys(): Promise<webcrypto.CryptoKeyPair> {
  return await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
}

async function certificateAuthority(name: string): Promise<Issuer> {
  const keys = await generateKeys();
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    name,
    keys: keys,
    signingAlgorithm: algorithm,
    ...validity,
    extensions: [new x509.BasicConstraintsExtension(true, undefined, true)],
  });
  return { certificate, keys: keys };
}

async function leaf(issuer: Issuer, subject: string, usage: string): Promise<Pair> {
  const keys = await generateKeys();
  const certificate = await x509.X509CertificateGenerator.create({
    subject,
    issuer: issuer.certificate.subject,
    publicKey: keys.publicKey,
    signingKey: issuer.keys.privateKey,
    signingAlgorithm: algorithm,
    ...validity,
    extensions: [
      new x509.ExtendedKeyUsageExtension([usage]),
      new x509.SubjectAlternativeNameExtension([
        { type: 'dns', value: 'localhost' },
        { type: 'ip', value: '127.0.0.1' },
      ]),
    ],
  });
  const pkcs8 = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', keys.privateKey));
  const keyPem = `-----BEGIN PRIVATE KEY-----\n${pkcs8.toString('base64')}\n-----END PRIVATE KEY-----\n`;
  return { certPem: certificate.toString('pem'), keyPem };
}
