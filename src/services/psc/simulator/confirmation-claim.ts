/** Both encodings of `x5t#S256`: RFC 8705's, and base64 of the hexadecimal text found in the agency's samples. */
export function confirmationOf(certificateSha256: string, form: 'rfc8705' | 'base64-hex'): string {
  return form === 'rfc8705'
    ? Buffer.from(certificateSha256, 'hex').toString('base64url')
    : Buffer.from(certificateSha256, 'latin1').toString('base64');
}
