import type { JsonObject } from '../../../domain/json.ts';

/** What the server can do, as `GET [base]/metadata` tells it (FHIR R4 §5.2). */
export function capabilityStatement(base: string, now: Date): JsonObject {
  const codes = (...names: readonly string[]): readonly JsonObject[] => names.map((code) => ({ code }));
  return {
    resourceType: 'CapabilityStatement',
    status: 'active',
    date: now.toISOString(),
    kind: 'instance',
    software: { name: 'segur' },
    implementation: { description: 'Banc segur : identités', url: base },
    fhirVersion: '4.0.1',
    format: ['application/fhir+json'],
    implementationGuide: ['https://hl7.fr/ig/fhir/core/ImplementationGuide/hl7.fhir.fr.core|2.2.0'],
    rest: [
      {
        mode: 'server',
        resource: [
          {
            type: 'Patient',
            supportedProfile: ['patient', 'patient-ins'].map(
              (name) => `https://hl7.fr/ig/fhir/core/StructureDefinition/fr-core-${name}`,
            ),
            interaction: codes('create', 'update', 'read', 'search-type'),
            versioning: 'versioned-update',
            updateCreate: true,
            conditionalCreate: true,
            conditionalUpdate: true,
            searchParam: [
              { name: 'identifier', type: 'token' },
              { name: '_id', type: 'token' },
            ],
          },
        ],
        interaction: codes('transaction', 'batch'),
      },
    ],
  };
}
