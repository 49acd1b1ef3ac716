import type { Identity } from './identity.ts';

/** A FHIR Patient of the identity, base64; the INS leaves only when the identity is qualifiée. */
export function writePatient(identity: Identity): string {
  const { traits, ins } = identity;
  const sendable = identity.statut === 'qualifiee' ? ins : undefined;
  const patient = {
    resourceType: 'Patient',
    identifier: [
      { use: 'usual', system: 'urn:oid:1.2.250.1.213.1.4.999', value: identity.id },
      ...(sendable === undefined
        ? []
        : [{ use: 'official', system: `urn:oid:${sendable.oid}`, value: sendable.matricule }]),
    ],
    name: [
      {
        use: 'official',
        family: traits['nomNaissance'],
        given: [(traits['prenoms'] ?? traits['premierPrenom'] ?? '').split(' ')[0]],
      },
    ],
    gender: traits['sexe'] === 'F' ? 'female' : 'male',
    birthDate: traits['dateNaissance'],
  };
  return Buffer.from(JSON.stringify(patient)).toString('base64');
}
