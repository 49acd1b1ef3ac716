import type { Service } from '../../domain/service.ts';
import { startPam } from './simulator/start-pam.ts';

/** Identity and stay messages over MLLP, both ways (IHE PAM France, CI-SIS HL7 v2); this folder's README says how. */
export const service: Service = {
  name: 'pam',
  title: { fr: 'Échanges HL7v2 par MLLP (IHE PAM France)', en: 'HL7v2 exchanges by MLLP (IHE PAM France)' },
  options: {
    type: 'object',
    additionalProperties: false,
    properties: {
      port: {
        type: 'integer',
        minimum: 0,
        maximum: 65535,
        default: 0,
        description: 'MLLP port of the bench, to which the software sends; 0 takes a free one.',
      },
      tls: { type: 'boolean', default: false, description: 'The bench receives over TLS.' },
      destinataire: {
        type: 'object',
        additionalProperties: false,
        required: ['host', 'port'],
        description: 'MLLP address at which the software receives; absent when it only sends.',
        properties: {
          host: { type: 'string', minLength: 1 },
          port: { type: 'integer', minimum: 1, maximum: 65535 },
          tls: { type: 'boolean', default: false },
        },
      },
    },
  },
  state: { type: 'object', additionalProperties: false, properties: {} },
  secrets: [],
  kinds: {
    'pam/message': { fr: 'message HL7v2 émis par le logiciel', en: 'HL7v2 message sent by the software' },
    'pam/sent': {
      fr: 'message HL7v2 envoyé au logiciel, et son accusé',
      en: 'HL7v2 message sent to the software, and its acknowledgement',
    },
    'pam/garbage': { fr: 'octets qui ne sont pas du MLLP', en: 'bytes that are not MLLP' },
  },
  targets: { 'pam/ack': { fr: 'accusé de réception du banc', en: 'acknowledgement by the bench' } },
  start: startPam,
};
