import type { Patient } from '../../../domain/deck.ts';

/**
 * What the document of a T02 has wrong, by the error it deserves (volet CDA over HL7 v2, application errors):
 * `sans-ins` 903, `autres-traits` 904, `sans-traits` 905; `conforme` none.
 */
export const cdaVariants = ['conforme', 'sans-ins', 'autres-traits', 'sans-traits'] as const;
export type CdaVariant = (typeof cdaVariants)[number];

/** Writes a small CDA R2 document about a patient of the deck: its header is what a receiver has to judge. */
export function writeCda(patient: Patient, variant: CdaVariant, now: Date, id: string): Uint8Array {
  const name = variant === 'autres-traits' ? 'ZZAUTRE' : patient.nomNaissance;
  const ins =
    variant === 'sans-ins'
      ? ''
      : `<id extension="${escape(patient.matricule)}" root="${escape(patient.oid)}"/>`;
  const time = now.toISOString().replaceAll(/\D/g, '').slice(0, 14);
  const [first = ''] = patient.prenoms;
  const traits =
    variant === 'sans-traits'
      ? '<name/>'
      : `<name><given>${escape(patient.prenoms.join(' '))}</given><given qualifier="BR">${escape(first)}</given>` +
        `<family qualifier="BR">${escape(name)}</family></name>` +
        `<administrativeGenderCode code="${patient.sexe}" codeSystem="2.16.840.1.113883.5.1"/>` +
        `<birthTime value="${patient.dateNaissance.replaceAll('-', '')}"/>` +
        `<birthplace><place><addr><county>${escape(patient.lieuNaissance)}</county></addr></place></birthplace>`;
  return Buffer.from(
    `<?xml version="1.0" encoding="UTF-8"?>` +
      `<ClinicalDocument xmlns="urn:hl7-org:v3" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">` +
      `<realmCode code="FR"/><typeId root="2.16.840.1.113883.1.3" extension="POCD_HD000040"/>` +
      `<id root="1.2.250.1.213.9.9" extension="${escape(id)}"/>` +
      `<code code="11488-4" codeSystem="2.16.840.1.113883.6.1"/><title>Document du banc</title>` +
      `<effectiveTime value="${time}+0000"/><confidentialityCode code="N" codeSystem="2.16.840.1.113883.5.25"/>` +
      `<languageCode code="fr-FR"/>` +
      `<recordTarget><patientRole>${ins}` +
      `<patient>${traits}</patient></patientRole></recordTarget>` +
      `<component><nonXMLBody><text mediaType="text/plain">Document fictif.</text></nonXMLBody></component>` +
      `</ClinicalDocument>`,
  );
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
