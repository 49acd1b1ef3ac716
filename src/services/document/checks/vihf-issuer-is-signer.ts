import type { Check } from '../../../domain/check.ts';
import type { Vihf } from '../../../formats/vihf/vihf.ts';
import { parseDistinguishedName, sameName } from '../../../formats/x509/distinguished-name.ts';
import { readCertificate } from '../../../formats/x509/read-certificate.ts';
import { documentKinds } from './reading/document-kinds.ts';
import { judgeVihfs, type Observation } from './reading/judge-found.ts';
import { sentences } from './reading/sentences.ts';

const FORMAT = 'urn:oasis:names:tc:SAML:1.1:nameid-format:X509SubjectName';

/** The issuer of a signed VIHF is the subject of the certificate that signs it; names are compared once parsed. */
export const check: Check = {
  title: {
    fr: 'L’émetteur du VIHF est le porteur du certificat signataire',
    en: 'The issuer of the VIHF is the holder of the signing certificate',
  },
  assertions: ['DMP-VIHF-03'],
  clauses: [{ source: 'ANS IG HL7v2 transmission CDA 2.1', section: 'mapping VIHF, Issuer', trust: 'V' }],
  reads: documentKinds,
  findings: {
    'issuer-format-wrong': sentences(
      'Le format de l’émetteur est {actual}, attendu {expected}.',
      'The format of the issuer is {actual}, {expected} is expected.',
      'Écrire le format X509SubjectName sur Issuer.',
      'Write the X509SubjectName format on Issuer.',
    ),
    'issuer-unreadable': sentences(
      'L’émetteur « {actual} » n’est pas un nom X.500.',
      'The issuer “{actual}” is no X.500 name.',
      'Écrire le nom distinctif du certificat (RFC 4514).',
      'Write the distinguished name of the certificate (RFC 4514).',
    ),
    'issuer-not-signer': sentences(
      'L’émetteur est {actual}, le certificat signataire est celui de {expected}.',
      'The issuer is {actual}, the signing certificate is that of {expected}.',
      'Recopier le sujet du certificat de signature, non celui d’authentification.',
      'Copy the subject of the signing certificate, not of the authentication one.',
    ),
  },
  judge: (input) =>
    judgeVihfs(input, ({ assertions }) => {
      const seen = assertions.map(inspect);
      return seen.every((one) => one === undefined) ? undefined : seen.flatMap((one) => one ?? []);
    }),
};

function inspect(vihf: Vihf): readonly Observation[] | undefined {
  const [signer] = vihf.signature?.certificates.flatMap((der) => readCertificate(der) ?? []) ?? [];
  if (signer === undefined) return undefined;
  const { issuer, issuerFormat, at } = vihf;
  const format: readonly Observation[] =
    issuerFormat === FORMAT
      ? []
      : [{ code: 'issuer-format-wrong', expected: FORMAT, actual: issuerFormat, at }];
  const name = parseDistinguishedName(issuer);
  if (name === undefined) return [...format, { code: 'issuer-unreadable', actual: issuer, at }];
  const same = signer.subject !== undefined && sameName(name, signer.subject);
  return same
    ? format
    : [...format, { code: 'issuer-not-signer', expected: signer.subjectText, actual: issuer, at }];
}
