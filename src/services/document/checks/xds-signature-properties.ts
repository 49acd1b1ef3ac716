import { createHash } from 'node:crypto';
import type { Check } from '../../../domain/check.ts';
import { parseDistinguishedName, sameName } from '../../../formats/x509/distinguished-name.ts';
import { readCertificate, type Certificate } from '../../../formats/x509/read-certificate.ts';
import {
  readSignedProperties,
  signatureProperty,
  type SignedProperties,
} from '../../../formats/xmldsig/read-xades.ts';
import { digestAlgorithms } from '../../../formats/xmldsig/signature-algorithms.ts';
import type { XmlSignature } from '../../../formats/xmldsig/xml-signature.ts';
import { documentKinds } from './reading/document-kinds.ts';
import { judgeSubmissions, type Observation } from './reading/judge-found.ts';
import { sentences } from './reading/sentences.ts';
import { submissionSignatures } from './reading/submission-signature.ts';

/** Purpose of a signature of the source (ASTM E1762). */
const PURPOSE = '1.2.840.10065.1.12.1.14';

/** The signed properties of a submission's signature say when, by which certificate, for which purpose. */
export const check: Check = {
  title: {
    fr: 'Les propriétés signées disent quand, par qui et pourquoi',
    en: 'Signed properties say when, by whom and why',
  },
  assertions: ['DMP-SIG-01'],
  clauses: [{ source: 'Exemples GIE SESAM-Vitale 02.05.00', section: 'TD2.1, signature XAdES', trust: 'V' }],
  reads: documentKinds,
  findings: {
    'properties-missing': sentences(
      'La signature n’a pas de propriétés XAdES signées.',
      'The signature has no signed XAdES properties.',
      'Ajouter QualifyingProperties/SignedProperties.',
      'Add QualifyingProperties/SignedProperties.',
    ),
    'target-wrong': sentences(
      'Les propriétés visent {actual}, attendu {expected}.',
      'The properties target {actual}, {expected} is expected.',
      'Viser l’Id de la signature.',
      'Target the Id of the signature.',
    ),
    'signing-time-wrong': sentences(
      'SigningTime « {actual} » n’est pas une date avec fuseau.',
      'SigningTime “{actual}” is no time with an offset.',
      'Écrire un xsd:dateTime avec Z ou un décalage.',
      'Write an xsd:dateTime with Z or an offset.',
    ),
    'signing-certificate-missing': sentences(
      'SigningCertificate ne nomme pas le certificat de la signature.',
      'SigningCertificate does not name the certificate of the signature.',
      'Y écrire l’empreinte du certificat de KeyInfo.',
      'Write there the digest of the certificate of KeyInfo.',
    ),
    'issuer-serial-wrong': sentences(
      'SigningCertificate nomme {actual}, le certificat est {expected}.',
      'SigningCertificate names {actual}, the certificate is {expected}.',
      'Y écrire l’émetteur et le numéro de série du certificat.',
      'Write there the issuer and the serial number of the certificate.',
    ),
    'policy-missing': sentences(
      'La politique de signature n’est pas dite.',
      'The signature policy is not said.',
      'Écrire SignaturePolicyIdentifier/SignaturePolicyImplied.',
      'Write SignaturePolicyIdentifier/SignaturePolicyImplied.',
    ),
    'purpose-wrong': sentences(
      'purposeOfSignature vaut « {actual} », attendu {expected}.',
      'purposeOfSignature is “{actual}”, {expected} is expected.',
      'Écrire le code d’une signature de la source.',
      'Write the code of a signature of the source.',
    ),
  },
  judge: (input) =>
    judgeSubmissions(input, (found) => {
      const signatures = submissionSignatures(found);
      return signatures.length === 0 ? undefined : signatures.flatMap(({ signature }) => inspect(signature));
    }),
};

function inspect(signature: XmlSignature): readonly Observation[] {
  const purpose = signatureProperty(signature, 'purposeOfSignature') ?? '';
  const reason: readonly Observation[] =
    purpose === PURPOSE
      ? []
      : [{ code: 'purpose-wrong', expected: PURPOSE, actual: purpose, at: signature.at }];
  const properties = readSignedProperties(signature);
  if (properties === undefined) return [...reason, { code: 'properties-missing', at: signature.at }];
  const { at, target, signingTime } = properties;
  const own = `#${signature.id}`;
  return [
    ...reason,
    ...(target === own ? [] : [{ code: 'target-wrong', expected: own, actual: target, at }]),
    ...(isZoned(signingTime) ? [] : [{ code: 'signing-time-wrong', actual: signingTime, at }]),
    ...(properties.policy === 'absent' ? [{ code: 'policy-missing', at }] : []),
    ...certificate(signature, properties),
  ];
}

function isZoned(text: string): boolean {
  return (
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/.test(text) &&
    !Number.isNaN(Date.parse(text))
  );
}

function certificate(signature: XmlSignature, properties: SignedProperties): readonly Observation[] {
  const [signer] = signature.certificates.flatMap((der) => readCertificate(der) ?? []);
  if (signer === undefined) return [];
  const { at } = properties;
  const named = properties.certificates.find(({ digestMethod, digestValue }) => {
    const hash = digestAlgorithms.get(digestMethod);
    return hash !== undefined && createHash(hash).update(signer.der).digest('base64') === digestValue;
  });
  if (named === undefined) return [{ code: 'signing-certificate-missing', at }];
  return named.serialNumber === signer.serialNumber && isIssuer(named.issuer, signer)
    ? []
    : [
        {
          code: 'issuer-serial-wrong',
          expected: `${signer.issuerText} ${signer.serialNumber}`,
          actual: `${named.issuer} ${named.serialNumber}`,
          at,
        },
      ];
}

function isIssuer(written: string, { issuer }: Certificate): boolean {
  const name = parseDistinguishedName(written);
  return name !== undefined && issuer !== undefined && sameName(name, issuer);
}
