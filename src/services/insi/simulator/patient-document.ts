import type { Deck } from '../../../domain/deck.ts';
import type { Json } from '../../../domain/json.ts';
import { InputError } from '../../../domain/segur-error.ts';

/**
 * A FHIR Patient of the deck as a third party would send it, with its INS and the status VALI, in base64.
 * Clause: fr-core-patient-ins (identifier, name, birth place by COG). Throws InputError when the deck lacks the role.
 */
export function patientDocument(deck: Deck, role: Json | undefined): string {
  const patient = deck.patients.find((one) => one.role === role);
  if (patient === undefined)
    throw new InputError('ROLE', `the deck has no patient ${JSON.stringify(role ?? null)}`, {
      hint: 'segur deck',
    });
  const resource = {
    resourceType: 'Patient',
    meta: { profile: ['https://hl7.fr/ig/fhir/core/StructureDefinition/fr-core-patient-ins'] },
    extension: [
      {
        url: 'https://hl7.fr/ig/fhir/core/StructureDefinition/fr-core-identity-reliability',
        extension: [
          {
            url: 'identityStatus',
            valueCoding: {
              system: 'https://hl7.fr/ig/fhir/core/CodeSystem/fr-core-cs-v2-0445',
              code: 'VALI',
            },
          },
        ],
      },
    ],
    identifier: [{ use: 'official', system: `urn:oid:${patient.oid}`, value: patient.matricule }],
    name: [{ use: 'official', family: patient.nomNaissance, given: [...patient.prenoms] }],
    gender: patient.sexe === 'F' ? 'female' : 'male',
    birthDate: patient.dateNaissance,
    birthPlace: {
      extension: [
        {
          url: 'https://hl7.fr/ig/fhir/core/StructureDefinition/fr-core-address-insee-code',
          valueCode: patient.lieuNaissance,
        },
      ],
    },
  };
  return Buffer.from(JSON.stringify(resource), 'utf8').toString('base64');
}
