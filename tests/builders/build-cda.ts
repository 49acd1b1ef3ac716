import { buildPdf } from './build-pdf.ts';

/** The parts of a document that tests vary; the rest is a conforming letter of a synthetic patient. */
export interface CdaRecipe {
  readonly id?: string;
  readonly setId?: string;
  readonly version?: number;
  readonly replaces?: string;
  readonly code?: string;
  readonly displayName?: string;
  readonly title?: string;
  readonly matricule?: string;
  readonly level?: 1 | 3;
  readonly pdf?: Uint8Array;
}

/** The synthetic patient of document tests; its matricule has a right key under the test OID. */
export const patient = {
  matricule: '279035121500084',
  oid: '1.2.250.1.213.1.4.10',
  family: 'ZZTEST-ALPHA',
  given: 'DOMINIQUE',
  givenList: 'DOMINIQUE MARIE-LOUISE',
  birth: '19790328',
  gender: 'F',
  county: '51215',
} as const;

/** Third templateId of the level-3 document that the builder makes (discharge letter, LDL-EES). */
export const level3Template = '1.2.250.1.213.1.1.1.29';

/** A CDA R2 document in the French header profile, as text. */
export function buildCda(recipe: CdaRecipe = {}): string {
  const {
    id = '2.25.279035121500001',
    setId = '2.25.279035121500',
    version = 1,
    code = '11490-0',
    displayName = 'CR hospitalier',
    title = 'Lettre de liaison à la sortie',
    matricule = patient.matricule,
    level = 1,
  } = recipe;
  const related =
    recipe.replaces === undefined
      ? ''
      : `\n  <relatedDocument typeCode="RPLC"><parentDocument><id root="${recipe.replaces}"/></parentDocument></relatedDocument>`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<ClinicalDocument xmlns="urn:hl7-org:v3" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
  <realmCode code="FR"/>
  <typeId root="2.16.840.1.113883.1.3" extension="POCD_HD000040"/>
  <templateId root="2.16.840.1.113883.2.8.2.1"/>
  <templateId root="1.2.250.1.213.1.1.1.1"/>
  <templateId root="${level === 1 ? '1.3.6.1.4.1.19376.1.2.20' : level3Template}"/>
  <id root="${id}"/>
  <code code="${code}" displayName="${displayName}" codeSystem="2.16.840.1.113883.6.1" codeSystemName="LOINC"/>
  <title>${title}</title>
  <effectiveTime value="20260611103000+0200"/>
  <confidentialityCode code="N" displayName="Normal" codeSystem="2.16.840.1.113883.5.25"/>
  <languageCode code="fr-FR"/>
  <setId root="${setId}"/>
  <versionNumber value="${version}"/>
  <recordTarget>
    <patientRole>
      <id extension="${matricule}" root="${patient.oid}"/>
      <id extension="0001234567" root="1.2.250.1.999.1.1.1"/>
      <addr nullFlavor="UNK"/>
      <telecom nullFlavor="UNK"/>
      <patient classCode="PSN">
        <name>
          <family qualifier="BR">${patient.family}</family>
          <given>${patient.givenList}</given>
          <given qualifier="BR">${patient.given}</given>
        </name>
        <administrativeGenderCode code="${patient.gender}" displayName="Féminin" codeSystem="2.16.840.1.113883.5.1"/>
        <birthTime value="${patient.birth}"/>
        <birthplace><place><addr><county>${patient.county}</county></addr></place></birthplace>
      </patient>
    </patientRole>
  </recordTarget>
  <author>
    <time value="20260611102500+0200"/>
    <assignedAuthor>
      <id root="1.2.250.1.71.4.2.1" extension="899700000019"/>
      <code code="G15_10/SM54" displayName="Médecin - Médecine Générale (SM)" codeSystem="1.2.250.1.213.1.1.4.5"/>
      <addr nullFlavor="UNK"/>
      <telecom nullFlavor="UNK"/>
      <assignedPerson><name><family>ZZMEDECIN</family><given>Camille</given></name></assignedPerson>
      <representedOrganization><id root="1.2.250.1.71.4.2.2" extension="10B0127189"/><name>CLINIQUE ZZTEST</name></representedOrganization>
    </assignedAuthor>
  </author>
  <custodian>
    <assignedCustodian>
      <representedCustodianOrganization><id root="1.2.250.1.71.4.2.2" extension="10B0127189"/><name>CLINIQUE ZZTEST</name></representedCustodianOrganization>
    </assignedCustodian>
  </custodian>
  <legalAuthenticator>
    <time value="20260611103000+0200"/>
    <signatureCode code="S"/>
    <assignedEntity>
      <id root="1.2.250.1.71.4.2.1" extension="899700000019"/>
      <assignedPerson><name><family>ZZMEDECIN</family><given>Camille</given></name></assignedPerson>
    </assignedEntity>
  </legalAuthenticator>
  <documentationOf>
    <serviceEvent>
      <effectiveTime><low value="20260608090000+0200"/><high value="20260611100000+0200"/></effectiveTime>
      <performer typeCode="PRF">
        <assignedEntity>
          <id root="1.2.250.1.71.4.2.1" extension="899700000019"/>
          <representedOrganization>
            <id root="1.2.250.1.71.4.2.2" extension="10B0127189"/>
            <name>CLINIQUE ZZTEST</name>
            <standardIndustryClassCode code="ETABLISSEMENT" displayName="Etablissement de santé" codeSystem="1.2.250.1.213.1.1.4.9"/>
          </representedOrganization>
        </assignedEntity>
      </performer>
    </serviceEvent>
  </documentationOf>${related}
  <componentOf>
    <encompassingEncounter>
      <effectiveTime><low value="20260608090000+0200"/><high value="20260611100000+0200"/></effectiveTime>
      <location><healthCareFacility><code code="SA01" displayName="Etablissement public de santé" codeSystem="1.2.250.1.71.4.2.4"/></healthCareFacility></location>
    </encompassingEncounter>
  </componentOf>
  <component>
${level === 1 ? level1Body(recipe.pdf ?? buildPdf({ text: title })) : level3Body()}
  </component>
</ClinicalDocument>
`;
}

function level1Body(pdf: Uint8Array): string {
  const base64 = Buffer.from(pdf)
    .toString('base64')
    .replace(/(.{76})/g, '$1\n');
  return `    <nonXMLBody>\n      <text mediaType="application/pdf" representation="B64">${base64}</text>\n    </nonXMLBody>`;
}

function level3Body(): string {
  return `    <structuredBody>
      <component>
        <section>
          <templateId root="1.2.250.1.213.1.1.2.1"/>
          <code code="46240-8" displayName="Historique" codeSystem="2.16.840.1.113883.6.1"/>
          <title>Motif</title>
          <text><paragraph>Séjour programmé.</paragraph></text>
        </section>
      </component>
    </structuredBody>`;
}
