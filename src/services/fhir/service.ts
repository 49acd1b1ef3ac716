import type { Service } from '../../domain/service.ts';
import { startFhir } from './simulator/start-fhir.ts';

/** Identities over FHIR R4 and FR Core, both ways; this folder's README says how. */
export const service: Service = {
  name: 'fhir',
  title: { fr: 'Échanges d’identités en FHIR (FR Core)', en: 'Exchanges of identities in FHIR (FR Core)' },
  options: {
    type: 'object',
    additionalProperties: false,
    properties: {
      modes: {
        type: 'array',
        items: { enum: ['emission', 'reception'] },
        uniqueItems: true,
        minItems: 1,
        default: ['emission'],
        description: 'What the software does with Patients: sends them, receives them (at destinataire).',
      },
      port: {
        type: 'integer',
        minimum: 0,
        maximum: 65535,
        default: 0,
        description: 'Port of the bench’s FHIR server; 0 takes a free one.',
      },
      tls: { type: 'boolean', default: true, description: 'The bench’s FHIR server speaks HTTPS.' },
      destinataire: {
        type: 'object',
        additionalProperties: false,
        required: ['url'],
        description: 'FHIR server of the software, which receives Patients; absent when it only sends.',
        properties: {
          url: {
            type: 'string',
            pattern: '^https?://',
            description: 'Base address: what comes before /Patient.',
          },
          autorisation: {
            type: 'string',
            minLength: 1,
            description: 'Value of the Authorization header that the bench sends.',
          },
        },
      },
      frCore: {
        enum: ['2.0.1', '2.1.0', '2.2.0'],
        default: '2.2.0',
        description: 'Release of FR Core that the software follows.',
      },
    },
  },
  state: { type: 'object', additionalProperties: false, properties: {} },
  secrets: ['destinataire.autorisation'],
  kinds: {
    'fhir/write': { fr: 'Patient écrit par le logiciel', en: 'Patient written by the software' },
    'fhir/query': { fr: 'lecture FHIR par le logiciel', en: 'FHIR query by the software' },
    'fhir/sent': {
      fr: 'appel FHIR du banc au logiciel, et sa réponse',
      en: 'FHIR call of the bench to the software, and its answer',
    },
    'fhir/unknown-request': {
      fr: 'appel que le serveur FHIR n’a pas',
      en: 'call that the FHIR server does not have',
    },
  },
  targets: { 'fhir/reply': { fr: 'réponse du serveur FHIR', en: 'answer of the FHIR server' } },
  start: startFhir,
};
