import { patient } from './build-cda.ts';
import { applyEdits, buildSubmission, type Edit } from './build-xdm.ts';
import type { CheckCase } from './check-cases.ts';

const saml = 'urn:oasis:names:tc:SAML:2.0:assertion';
const value = (name: string, text: string): string =>
  `<saml2:Attribute Name="${name}"><saml2:AttributeValue>${text}</saml2:AttributeValue></saml2:Attribute>`;
const role = (code: string, system: string): string =>
  `<saml2:AttributeValue><Role xmlns="urn:hl7-org:v3" code="${code}" codeSystem="${system}"/></saml2:AttributeValue>`;

/** An unsigned VIHF of a physician in direct mode, about the synthetic patient of document tests. */
export function buildVihf(edits: readonly Edit[] = []): string {
  const text = `<saml2:Assertion xmlns:saml2="${saml}" Version="2.0" ID="_0d5f0f4e-7b5e-4a1c-9e0a-3a2c5d0c1111" IssueInstant="2026-06-11T08:30:00Z"><saml2:Issuer Format="urn:oasis:names:tc:SAML:1.1:nameid-format:X509SubjectName">CN=cachet-test,OU=10B0127189,O=CLINIQUE ZZTEST,C=FR</saml2:Issuer><saml2:Subject><saml2:NameID>899700000019</saml2:NameID></saml2:Subject><saml2:AuthnStatement AuthnInstant="2026-06-11T08:29:00Z"><saml2:AuthnContext><saml2:AuthnContextClassRef>urn:oasis:names:tc:SAML:2.0:ac:classes:SmartcardPKI</saml2:AuthnContextClassRef></saml2:AuthnContext></saml2:AuthnStatement><saml2:AttributeStatement>
${value('VIHF_Version', '3.0')}
${value('Authentification_Mode', 'DIRECTE')}
${value('Identifiant_Structure', '10B0127189')}
${value('Secteur_Activite', 'SA01^1.2.250.1.71.4.2.4')}
<saml2:Attribute Name="urn:oasis:names:tc:xacml:2.0:subject:role">${role('10', '1.2.250.1.71.1.2.7')}${role('SM54', '1.2.250.1.71.4.2.5')}</saml2:Attribute>
${value('urn:oasis:names:tc:xacml:2.0:resource:resource-id', `${patient.matricule}^^^&amp;${patient.oid}&amp;ISO^NH`)}
${value('Ressource_URN', 'urn:dmp')}
<saml2:Attribute Name="urn:oasis:names:tc:xspa:1.0:subject:purposeofuse"><saml2:AttributeValue><PurposeOfUse xmlns="urn:hl7-org:v3" code="normal" codeSystem="1.2.250.1.213.1.1.4.248"/></saml2:AttributeValue></saml2:Attribute>
${value('LPS_Nom', 'segur')}
${value('LPS_Version', '1')}
${value('LPS_ID_HOMOLOGATION_DMP', 'ZZTEST')}
</saml2:AttributeStatement></saml2:Assertion>`;
  return applyEdits(text, edits);
}

/** A case of one assertion with edits. */
export function vihfCase(name: string, ...edits: readonly Edit[]): CheckCase {
  return { name, files: [Buffer.from(buildVihf(edits))] };
}

/** A case of an assertion in the header of an ITI-41 message. */
export function vihfInMessage(name: string, ...edits: readonly Edit[]): CheckCase {
  const { metadata } = buildSubmission();
  const soap = `<s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope"><s:Header>${buildVihf()}</s:Header><s:Body>${metadata.replace(/<\?xml.*\?>/, '')}</s:Body></s:Envelope>`;
  return { name, files: [Buffer.from(applyEdits(soap, edits))] };
}
