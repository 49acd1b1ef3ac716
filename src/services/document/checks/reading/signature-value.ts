import { readCertificate } from '../../../../formats/x509/read-certificate.ts';
import { checkValue } from '../../../../formats/xmldsig/verify-xml-signature.ts';
import type { XmlSignature } from '../../../../formats/xmldsig/xml-signature.ts';
import type { Observation } from './judge-found.ts';

/**
 * What is wrong with the value of a signature under the certificate that it carries: `certificate-missing`,
 * `signature-wrong` or `algorithm-unsupported`. Clause: XML-Signature Syntax and Processing 1.1, 3.2.2.
 */
export function signatureValue(signature: XmlSignature): readonly Observation[] {
  const { at } = signature;
  const [certificate] = signature.certificates.flatMap((der) => readCertificate(der) ?? []);
  if (certificate === undefined) return [{ code: 'certificate-missing', at }];
  const outcome = checkValue(signature, certificate);
  switch (outcome.kind) {
    case 'right':
      return [];
    case 'wrong':
      return [{ code: 'signature-wrong', actual: certificate.subjectText, at }];
    case 'unsupported':
      return [{ code: 'algorithm-unsupported', actual: outcome.algorithm, at }];
  }
}
