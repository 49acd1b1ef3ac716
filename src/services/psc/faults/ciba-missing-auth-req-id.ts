import type { Fault } from '../../../domain/fault.ts';
import type { JsonReplyArtefact } from '../preuves/artefacts.ts';

/** Acknowledgement without auth_req_id */
export const fault: Fault<JsonReplyArtefact> = {
  title: { fr: 'Accusé sans auth_req_id', en: 'Acknowledgement without auth_req_id' },
  target: 'psc/ciba-response',
  clauses: [
    {
      source: 'OpenID Foundation conformance suite',
      section: 'fapi-ciba-id1-client-invalid-missing-authreqid-test',
      trust: 'V',
    },
  ],
  apply: (reply) => ({
    ...reply,
    body: Object.fromEntries(Object.entries(reply.body).filter(([name]) => name !== 'auth_req_id')),
  }),
};
