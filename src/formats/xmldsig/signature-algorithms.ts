import type { CanonicalForm } from './canonicalize.ts';

const core = 'http://www.w3.org/2000/09/xmldsig#';
const more = 'http://www.w3.org/2001/04/xmldsig-more#';

/** Transform that takes the signature out of what it signs (XML Signature section 6.6.4). */
export const envelopedSignature: string = `${core}enveloped-signature`;

/** Canonical forms by their URI (XML Signature section 6.5, Exclusive XML Canonicalization section 5). */
export const canonicalForms: ReadonlyMap<string, CanonicalForm> = new Map([
  ['http://www.w3.org/TR/2001/REC-xml-c14n-20010315', { exclusive: false, comments: false }],
  ['http://www.w3.org/TR/2001/REC-xml-c14n-20010315#WithComments', { exclusive: false, comments: true }],
  ['http://www.w3.org/2001/10/xml-exc-c14n#', { exclusive: true, comments: false }],
  ['http://www.w3.org/2001/10/xml-exc-c14n#WithComments', { exclusive: true, comments: true }],
]);

/** Names of node:crypto by the URI of the digest (XML Signature section 6.2, RFC 9231). */
export const digestAlgorithms: ReadonlyMap<string, string> = new Map([
  [`${core}sha1`, 'sha1'],
  ['http://www.w3.org/2001/04/xmlenc#sha256', 'sha256'],
  [`${more}sha384`, 'sha384'],
  ['http://www.w3.org/2001/04/xmlenc#sha512', 'sha512'],
]);

/** Key type and digest of a signature; `pss` for the padding of RSA that goes by that name. */
export interface SignatureAlgorithm {
  readonly key: 'rsa' | 'ec';
  readonly digest: string;
  readonly pss?: boolean;
}

const more2007 = 'http://www.w3.org/2007/05/xmldsig-more#';

/** Key type and digest by the URI of the signature (XML Signature section 6.4, RFC 9231). */
export const signatureAlgorithms: ReadonlyMap<string, SignatureAlgorithm> = new Map<
  string,
  SignatureAlgorithm
>([
  [`${core}rsa-sha1`, { key: 'rsa', digest: 'sha1' }],
  [`${more}rsa-sha256`, { key: 'rsa', digest: 'sha256' }],
  [`${more}rsa-sha384`, { key: 'rsa', digest: 'sha384' }],
  [`${more}rsa-sha512`, { key: 'rsa', digest: 'sha512' }],
  [`${more2007}sha256-rsa-MGF1`, { key: 'rsa', digest: 'sha256', pss: true }],
  [`${more2007}sha384-rsa-MGF1`, { key: 'rsa', digest: 'sha384', pss: true }],
  [`${more2007}sha512-rsa-MGF1`, { key: 'rsa', digest: 'sha512', pss: true }],
  [`${more}ecdsa-sha1`, { key: 'ec', digest: 'sha1' }],
  [`${more}ecdsa-sha256`, { key: 'ec', digest: 'sha256' }],
  [`${more}ecdsa-sha384`, { key: 'ec', digest: 'sha384' }],
  [`${more}ecdsa-sha512`, { key: 'ec', digest: 'sha512' }],
]);
