import { X509Certificate, type KeyObject } from 'node:crypto';
import { parseDistinguishedName, type DistinguishedName } from './distinguished-name.ts';

/** What a certificate says; nothing is verified. */
export interface Certificate {
  readonly der: Uint8Array;
  /** `CN=…, O=…`, in the order of the certificate. */
  readonly subjectText: string;
  readonly subject: DistinguishedName | undefined;
  readonly issuerText: string;
  readonly issuer: DistinguishedName | undefined;
  /** Decimal, as XML signatures write it. */
  readonly serialNumber: string;
  /** Milliseconds since the epoch. */
  readonly notBefore: number;
  readonly notAfter: number;
  readonly publicKey: KeyObject;
}

/** Reads a DER certificate; undefined when the bytes are none. */
export function readCertificate(der: Uint8Array): Certificate | undefined {
  try {
    const read = new X509Certificate(der);
    return {
      der,
      subjectText: oneLine(read.subject),
      subject: parseDistinguishedName(read.subject),
      issuerText: oneLine(read.issuer),
      issuer: parseDistinguishedName(read.issuer),
      serialNumber: BigInt(`0x${read.serialNumber}`).toString(),
      notBefore: Date.parse(read.validFrom),
      notAfter: Date.parse(read.validTo),
      publicKey: read.publicKey,
    };
  } catch {
    // OpenSSL gives one error for all that is no certificate: for a reader of documents, there is none.
    return undefined;
  }
}

/** node:crypto gives one RDN per line, and undefined for an empty name in spite of its declaration. */
function oneLine(name: string | undefined): string {
  return (name ?? '').split('\n').join(', ');
}
