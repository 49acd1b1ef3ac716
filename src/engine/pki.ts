// Must come before @peculiar/x509, whose decorators need it.
import 'reflect-metadata';
import { createPrivateKey, randomBytes, webcrypto } from 'node:crypto';
import { isIP } from 'node:net';
import * as x509 from '@peculiar/x509';
import type { KeyPair, Pki } from '../domain/service.ts';

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
/** What signatures of assertions by a card use in the field: RSA. */
const cardKeys = {
  name: 'RSASSA-PKCS1-v1_5',
  modulusLength: 2048,
  publicExponent: new Uint8Array([1, 0, 1]),
  hash: 'SHA-256',
};
const day = 86_400_000;

/** An authority of the bench, with the material that lets it sign. */
export interface Authority {
  readonly certificate: x509.X509Certificate;
  readonly privateKey: webcrypto.CryptoKey;
  readonly pem: KeyPair;
}

/** The two authorities of a run: the one vendors trust, and the one that signs their client certificates. */
export interface Authorities {
  readonly server: Authority;
  readonly client: Authority;
}

/** Makes both authorities anew, ECDSA P-256, valid for `days` from yesterday. */
export async function generateAuthorities(days = 1826): Promise<Authorities> {
  const [server, client] = await Promise.all([
    generateAuthority('CN=Autorité de test serveurs, OU=segur, O=BANC DE TEST, C=FR', days),
    generateAuthority('CN=Autorité de test ORGANISATIONS, OU=segur, O=BANC DE TEST, C=FR', days),
  ]);
  return { server, client };
}

/** The Pki port over given authorities. Client leaves have the ORG AUTH_CLI shape: `OU` structure id, `CN` free. */
export function pkiFrom(authorities: Authorities): Pki {
  return {
    caPem: authorities.server.pem.certPem,
    clientCaPem: authorities.client.pem.certPem,
    server: async ({ names, notAfter, untrusted }) =>
      issue(untrusted === true ? await generateStranger() : authorities.server, {
        subject: [{ CN: [names[0] ?? 'localhost'] }, { O: ['BANC DE TEST'] }, { C: ['FR'] }],
        usage: x509.ExtendedKeyUsage.serverAuth,
        // Clients cap the life of server certificates at 398 days.
        notAfter: notAfter ?? new Date(Date.now() + 390 * day),
        names,
      }),
    client: ({ commonName, organizationalUnit, notAfter }) =>
      issue(authorities.client, {
        subject: [
          { CN: [commonName] },
          { OU: [organizationalUnit] },
          { O: ['STRUCTURE DE TEST'] },
          { C: ['FR'] },
        ],
        usage: x509.ExtendedKeyUsage.clientAuth,
        notAfter: notAfter ?? new Date(Date.now() + 1095 * day),
        names: [],
      }),
    card: ({ identifiantNational, nom, prenom, notAfter }) =>
      issue(authorities.client, {
        subject: [
          { C: ['FR'] },
          { O: ['CARTE DE TEST'] },
          { CN: [identifiantNational] },
          { SN: [nom] },
          { G: [prenom] },
        ],
        usage: x509.ExtendedKeyUsage.clientAuth,
        notAfter: notAfter ?? new Date(Date.now() + 1095 * day),
        names: [],
        keys: cardKeys,
      }),
  };
}

/** An authority like that of servers, which no software was told of. */
function generateStranger(): Promise<Authority> {
  return generateAuthority('CN=Autorité inconnue, OU=segur, O=BANC DE TEST, C=FR', 365);
}

async function generateAuthority(name: string, days: number): Promise<Authority> {
  useWebCrypto();
  const keys = await generateKeys();
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    serialNumber: serialNumber(),
    name,
    keys,
    signingAlgorithm: algorithm,
    notBefore: new Date(Date.now() - day),
    notAfter: new Date(Date.now() + days * day),
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  });
  const pem = { certPem: certificate.toString('pem'), keyPem: await privatePem(keys.privateKey) };
  return { certificate, privateKey: keys.privateKey, pem };
}

/** Rebuilds an authority from its PEM files; throws what the libraries throw on broken material. */
export async function readAuthority(pem: KeyPair): Promise<Authority> {
  useWebCrypto();
  const der = createPrivateKey(pem.keyPem).export({ type: 'pkcs8', format: 'der' });
  const privateKey = await webcrypto.subtle.importKey('pkcs8', der, algorithm, true, ['sign']);
  return { certificate: new x509.X509Certificate(pem.certPem), privateKey, pem };
}

interface Leaf {
  readonly subject: x509.JsonName;
  readonly usage: x509.ExtendedKeyUsage;
  readonly notAfter: Date;
  readonly names: readonly string[];
  /** Elliptic as the authority's when absent. */
  readonly keys?: webcrypto.RsaHashedKeyGenParams;
}

async function issue(authority: Authority, leaf: Leaf): Promise<KeyPair> {
  const keys = await (leaf.keys === undefined ? generateKeys() : generateCardKeys(leaf.keys));
  const names = leaf.names.map((value) => ({
    type: isIP(value) === 0 ? ('dns' as const) : ('ip' as const),
    value,
  }));
  const certificate = await x509.X509CertificateGenerator.create({
    serialNumber: serialNumber(),
    subject: new x509.Name(leaf.subject),
    issuer: authority.certificate.subjectName,
    publicKey: keys.publicKey,
    signingKey: authority.privateKey,
    signingAlgorithm: algorithm,
    // A certificate asked for as already expired still needs a start before its end.
    notBefore: new Date(Math.min(Date.now(), leaf.notAfter.getTime()) - day),
    notAfter: leaf.notAfter,
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
      new x509.ExtendedKeyUsageExtension([leaf.usage]),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
      await x509.AuthorityKeyIdentifierExtension.create(authority.certificate),
      ...(names.length === 0 ? [] : [new x509.SubjectAlternativeNameExtension(names)]),
    ],
  });
  return { certPem: certificate.toString('pem'), keyPem: await privatePem(keys.privateKey) };
}

async function generateKeys(): Promise<webcrypto.CryptoKeyPair> {
  return webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
}

async function generateCardKeys(
  parameters: webcrypto.RsaHashedKeyGenParams,
): Promise<webcrypto.CryptoKeyPair> {
  return webcrypto.subtle.generateKey(parameters, true, ['sign', 'verify']);
}

async function privatePem(key: webcrypto.CryptoKey): Promise<string> {
  const der = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', key));
  return createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })
    .export({ type: 'pkcs8', format: 'pem' })
    .toString();
}

function serialNumber(): string {
  const bytes = randomBytes(16);
  // Positive and of full length, RFC 5280, 4.1.2.2.
  bytes[0] = ((bytes[0] ?? 0) & 0x3f) | 0x40;
  return bytes.toString('hex');
}

function useWebCrypto(): void {
  x509.cryptoProvider.set(webcrypto as never);
}
