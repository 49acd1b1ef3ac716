import type { Deck } from '../../../domain/deck.ts';
import type { Json } from '../../../domain/json.ts';
import { InputError } from '../../../domain/segur-error.ts';
import { insIdentifier, writePatient } from '../../../formats/fhir/write-patient.ts';

/**
 * A FHIR Patient of the deck as a third party would send it, with its INS and the status VALI, in base64.
 * Clause: fr-core-patient-ins (FR Core 2.2.0). Throws InputError when the deck lacks the role.
 */
export function patientDocument(deck: Deck, role: Json | undefined): string {
  const patient = deck.patients.find((one) => one.role === role);
  if (patient === undefined)
    throw new InputError('ROLE', `the deck has no patient ${JSON.stringify(role ?? null)}`, {
      hint: 'segur deck',
    });
  const resource = writePatient({
    profile: 'fr-core-patient-ins',
    statuses: ['VALI'],
    identifiers: [insIdentifier(patient)],
    traits: patient,
  });
  return Buffer.from(JSON.stringify(resource), 'utf8').toString('base64');
}
