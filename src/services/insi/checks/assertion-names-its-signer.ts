import type { Check } from '../../../domain/check.ts';
import type { Finding } from '../../../domain/finding.ts';
import { parseDistinguishedName, sameName } from '../../../formats/x509/distinguished-name.ts';
import { assertionPath, cpxCalls } from './shared/cpx-assertions.ts';
import { inCall } from './shared/insi-calls.ts';

const x509SubjectName = 'urn:oasis:names:tc:SAML:1.1:nameid-format:X509SubjectName';

/** CN, as names are compared: types by their OID, values in lower case. */
const commonName = '2.5.4.3=';

/** The assertion speaks of the person whose card signed it. */
export const check: Check = {
  title: {
    fr: 'L’assertion parle de la personne dont la carte l’a signée',
    en: 'The assertion speaks of the person whose card signed it',
  },
  assertions: ['INS-WS-013'],
  clauses: [{ source: 'Clients publics d’INSi', section: 'assertion PS', trust: '2' }],
  reads: ['insi/traits-request', 'insi/vitale-request', 'insi/verification-request'],
  findings: {
    'issuer-is-not-signer': {
      says: {
        fr: 'Issuer vaut « {actual} », le certificat est celui de « {expected} »',
        en: 'Issuer is "{actual}", the certificate is that of "{expected}"',
      },
      fix: {
        fr: 'Recopiez dans Issuer le nom distinctif du certificat signataire, au format X509SubjectName',
        en: 'Copy into Issuer the distinguished name of the signing certificate, in the X509SubjectName format',
      },
    },
    'person-is-not-signer': {
      says: {
        fr: 'NameID vaut « {actual} », la carte est celle de « {expected} »',
        en: 'NameID is "{actual}", the card is that of "{expected}"',
      },
      fix: {
        fr: 'NameID est l’identifiant national de la carte présente, lu dans son certificat',
        en: 'NameID is the national identifier of the card at hand, read in its certificate',
      },
    },
    'qualifier-is-not-cps': {
      says: { fr: 'NameQualifier vaut « {actual} »', en: 'NameQualifier is "{actual}"' },
      fix: {
        fr: 'Écrivez NameQualifier="CPS" pour une assertion signée par la carte',
        en: 'Write NameQualifier="CPS" for an assertion signed by the card',
      },
    },
  },
  judge({ preuves }) {
    const calls = cpxCalls(preuves);
    const findings = calls.flatMap((call): readonly Finding[] => {
      const { nameId, nameQualifier, issuer, issuerFormat, signer } = call.assertion;
      const qualifier =
        nameQualifier === 'CPS'
          ? []
          : [
              inCall(call, `${assertionPath}/Subject/NameID`, {
                code: 'qualifier-is-not-cps',
                expected: 'CPS',
                actual: nameQualifier ?? '',
              }),
            ];
      if (signer === undefined) return qualifier;
      const subject = parseDistinguishedName(signer.subject) ?? [];
      const same = sameName(parseDistinguishedName(issuer ?? '') ?? [], subject);
      const person = subject.find((part) => part.startsWith(commonName))?.slice(commonName.length) ?? '';
      return [
        ...qualifier,
        ...(same && issuerFormat === x509SubjectName
          ? []
          : [
              inCall(call, `${assertionPath}/Issuer`, {
                code: 'issuer-is-not-signer',
                expected: signer.subject,
                actual: `${issuer ?? ''} (${issuerFormat ?? '-'})`,
              }),
            ]),
        ...(nameId?.toLowerCase() === person
          ? []
          : [
              inCall(call, `${assertionPath}/Subject/NameID`, {
                code: 'person-is-not-signer',
                expected: person,
                actual: nameId ?? '',
              }),
            ]),
      ];
    });
    return { examined: calls.length, findings };
  },
};
