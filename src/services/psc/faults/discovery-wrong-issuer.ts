import type { Fault } from '../../../domain/fault.ts';
import type { JsonReplyArtefact } from '../preuves/artefacts.ts';
import { otherHost } from '../preuves/other-host.ts';

/** issuer of the discovery document replaced */
export const fault: Fault<JsonReplyArtefact> = {
  title: { fr: 'issuer du document de découverte remplacé', en: 'issuer of the discovery document replaced' },
  target: 'psc/discovery',
  clauses: [{ source: 'OpenID Connect Discovery 1.0', section: '4.3', trust: 'V' }],
  apply: (reply) => ({
    ...reply,
    body: {
      ...reply.body,
      issuer: otherHost(typeof reply.body['issuer'] === 'string' ? reply.body['issuer'] : ''),
    },
  }),
};
