import type { Service } from '../../domain/service.ts';

/**
 * Documents handed in as files: CDA, XDM archives, XDS metadata, PDF, mails, HL7 v2 and FHIR. Nothing is
 * simulated: what is judged arrives by a `submit` step, as the bench's own kind `file/submitted`.
 */
export const service: Service = {
  name: 'document',
  title: { fr: 'Documents et messages remis en fichiers', en: 'Documents and messages handed in as files' },
  options: { type: 'object', additionalProperties: false, properties: {} },
  state: { type: 'object', additionalProperties: false, properties: {} },
  secrets: [],
  kinds: {},
  targets: {},
};
