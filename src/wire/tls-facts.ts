import { X509Certificate } from 'node:crypto';
import type { DetailedPeerCertificate, TLSSocket } from 'node:tls';
import type { ClientCertificateFacts, TlsFacts } from '../domain/preuve.ts';

const longestChain = 6;

/**
 * What the handshake told. A client certificate is described whether it is trusted or not: refusing it is the
 * simulator's decision, judging it the check's.
 */
export function tlsFacts(socket: TLSSocket, clientAuthorities: readonly X509Certificate[]): TlsFacts {
  const certificate = clientCertificate(socket, clientAuthorities);
  const serverName = (socket as { servername?: unknown }).servername;
  return {
    version: socket.getProtocol() ?? 'unknown',
    cipher: socket.getCipher().standardName,
    ...(typeof serverName === 'string' && serverName !== '' ? { serverName } : {}),
    ...(certificate === undefined ? {} : { clientCertificate: certificate }),
  };
}

function clientCertificate(
  socket: TLSSocket,
  authorities: readonly X509Certificate[],
): ClientCertificateFacts | undefined {
  const peer = socket.getPeerCertificate(true) as Partial<DetailedPeerCertificate>;
  if (peer.raw === undefined) return undefined;
  const leaf = new X509Certificate(peer.raw);
  return {
    subject: oneLine(leaf.subject),
    issuer: oneLine(leaf.issuer),
    serialNumber: leaf.serialNumber,
    sha256: leaf.fingerprint256.replaceAll(':', '').toLowerCase(),
    notBefore: new Date(leaf.validFrom).toISOString(),
    notAfter: new Date(leaf.validTo).toISOString(),
    // The types say array; the value is undefined for a certificate without the extension.
    extendedKeyUsage: [...((leaf.keyUsage as readonly string[] | undefined) ?? [])],
    trusted: chainEndsAt(peer as DetailedPeerCertificate, authorities),
  };
}

// OpenSSL's verdict mixes the chain with dates and purposes, which are separate facts here: hence our own walk.
function chainEndsAt(peer: DetailedPeerCertificate, authorities: readonly X509Certificate[]): boolean {
  let current: DetailedPeerCertificate | undefined = peer;
  for (let depth = 0; depth < longestChain; depth += 1) {
    const certificate: X509Certificate = new X509Certificate(current.raw);
    if (authorities.some((authority) => signedBy(certificate, authority))) return true;
    const issuer = current.issuerCertificate as DetailedPeerCertificate | undefined;
    if (issuer?.raw === undefined || issuer.raw.equals(current.raw)) return false;
    if (!signedBy(certificate, new X509Certificate(issuer.raw))) return false;
    current = issuer;
  }
  return false;
}

function signedBy(certificate: X509Certificate, issuer: X509Certificate): boolean {
  return issuer.ca && certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey);
}

function oneLine(distinguishedName: string): string {
  return distinguishedName.split('\n').join(', ');
}

/** Splits a PEM bundle; throws what node:crypto throws on a broken certificate. */
export function readAuthorities(pem: string | undefined): readonly X509Certificate[] {
  const blocks = pem?.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
  return blocks.map((block) => new X509Certificate(block));
}
