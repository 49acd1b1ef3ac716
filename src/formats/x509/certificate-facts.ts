import { X509Certificate } from 'node:crypto';
import { readCertificate } from './read-certificate.ts';

/** What a certificate says, and whether its chain ends at an authority that is trusted. Dates ISO 8601. */
export interface CertificateFacts {
  /** `C=FR, O=…, CN=…`, in the order of the certificate. */
  readonly subject: string;
  readonly issuer: string;
  /** Decimal. */
  readonly serialNumber: string;
  readonly notBefore: string;
  readonly notAfter: string;
  /** Signatures up to an authority; dates, purposes and revocation are other facts. */
  readonly trusted: boolean;
}

const longestChain = 6;

/** Facts of the first certificate, the others being its possible intermediates; undefined when it cannot be read. */
export function certificateFacts(
  certificates: readonly Uint8Array[],
  authorities: readonly X509Certificate[],
): CertificateFacts | undefined {
  const [leaf, ...others] = certificates;
  const read = leaf === undefined ? undefined : readCertificate(leaf);
  if (read === undefined) return undefined;
  return {
    subject: read.subjectText,
    issuer: read.issuerText,
    serialNumber: read.serialNumber,
    notBefore: new Date(read.notBefore).toISOString(),
    notAfter: new Date(read.notAfter).toISOString(),
    trusted: chainEnds(read.der, others, authorities),
  };
}

/** Splits PEM bundles; throws what node:crypto throws on a broken certificate. */
export function readPemCertificates(pems: readonly string[]): readonly X509Certificate[] {
  const blocks = pems.join('\n').match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
  return blocks.map((block) => new X509Certificate(block));
}

function chainEnds(
  leaf: Uint8Array,
  intermediates: readonly Uint8Array[],
  authorities: readonly X509Certificate[],
): boolean {
  const others = intermediates.flatMap((der) =>
    readCertificate(der) === undefined ? [] : [new X509Certificate(der)],
  );
  let current = new X509Certificate(leaf);
  for (let depth = 0; depth < longestChain; depth += 1) {
    const child = current;
    if (authorities.some((authority) => signedBy(child, authority))) return true;
    const issuer = others.find((one) => one !== child && signedBy(child, one));
    if (issuer === undefined) return false;
    current = issuer;
  }
  return false;
}

function signedBy(certificate: X509Certificate, issuer: X509Certificate): boolean {
  return issuer.ca && certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey);
}
