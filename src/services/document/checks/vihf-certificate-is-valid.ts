import type { Check } from '../../../domain/check.ts';
import type { Vihf } from '../../../formats/vihf/vihf.ts';
import { readCertificate } from '../../../formats/x509/read-certificate.ts';
import { documentKinds } from './reading/document-kinds.ts';
import { judgeVihfs, type Observation } from './reading/judge-found.ts';
import { sentences } from './reading/sentences.ts';

/** The certificate that signs a VIHF was valid when the VIHF was issued; its chain and revocation are not looked at. */
export const check: Check = {
  title: {
    fr: 'Le certificat signataire était valable à l’émission du VIHF',
    en: 'The signing certificate was valid when the VIHF was issued',
  },
  assertions: ['DMP-VIHF-02'],
  clauses: [{ source: 'SEL-MP-037 (guide DMP)', section: 'EX_AIR-080', trust: '2' }],
  reads: documentKinds,
  findings: {
    'issue-instant-unreadable': sentences(
      'IssueInstant {actual} n’est pas une date UTC.',
      'IssueInstant {actual} is no UTC time.',
      'Écrire IssueInstant sous la forme 2026-06-11T08:30:00Z.',
      'Write IssueInstant as 2026-06-11T08:30:00Z.',
    ),
    'certificate-not-yet-valid': sentences(
      'Le VIHF est émis le {actual}, avant le début de validité du certificat ({expected}).',
      'The VIHF is issued on {actual}, before its certificate becomes valid ({expected}).',
      'Synchroniser l’horloge, ou attendre la validité du certificat.',
      'Synchronise the clock, or wait until the certificate is valid.',
    ),
    'certificate-expired': sentences(
      'Le VIHF est émis le {actual}, après l’expiration du certificat ({expected}).',
      'The VIHF is issued on {actual}, after its certificate expired ({expected}).',
      'Renouveler le certificat de signature.',
      'Renew the signing certificate.',
    ),
  },
  judge: (input) =>
    judgeVihfs(input, ({ assertions }) => {
      const seen = assertions.map(inspect);
      return seen.every((one) => one === undefined) ? undefined : seen.flatMap((one) => one ?? []);
    }),
};

function inspect({ signature, issued, at }: Vihf): readonly Observation[] | undefined {
  const [signer] = signature?.certificates.flatMap((der) => readCertificate(der) ?? []) ?? [];
  if (signer === undefined) return undefined;
  const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/.test(issued) ? Date.parse(issued) : NaN;
  if (Number.isNaN(moment)) return [{ code: 'issue-instant-unreadable', actual: issued, at }];
  const iso = (time: number): string => new Date(time).toISOString();
  if (moment < signer.notBefore) {
    return [{ code: 'certificate-not-yet-valid', expected: iso(signer.notBefore), actual: issued, at }];
  }
  return moment > signer.notAfter
    ? [{ code: 'certificate-expired', expected: iso(signer.notAfter), actual: issued, at }]
    : [];
}
