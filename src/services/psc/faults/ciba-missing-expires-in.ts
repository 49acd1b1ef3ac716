import type { Fault } from '../../../domain/fault.ts';
import type { JsonReplyArtefact } from '../preuves/artefacts.ts';

/** Acknowledgement without expires_in */
export const fault: Fault<JsonReplyArtefact> = {
  title: { fr: 'Accusé sans expires_in', en: 'Acknowledgement without expires_in' },
  target: 'psc/ciba-response',
  clauses: [
    {
      source: 'OpenID Foundation conformance suite',
      section: 'fapi-ciba-id1-client-invalid-missing-expiresin-test',
      trust: 'V',
    },
  ],
  apply: (reply) => ({
    ...reply,
    body: Object.fromEntries(Object.entries(reply.body).filter(([name]) => name !== 'expires_in')),
  }),
};
