import type { Fault } from '../../../domain/fault.ts';
import type { CibaPollContext, JsonReplyArtefact } from '../preuves/artefacts.ts';

/** access_denied from the third poll on, pending before */
export const fault: Fault<JsonReplyArtefact, CibaPollContext> = {
  title: {
    fr: 'access_denied à partir du troisième appel, attente avant',
    en: 'access_denied from the third poll on, pending before',
  },
  target: 'psc/ciba-poll-response',
  clauses: [{ source: 'OpenID Connect CIBA Core 1.0', section: '11', trust: 'V' }],
  // The software must be seen waiting before it is refused, whatever the user already answered.
  apply: (_reply, { poll, pending }) =>
    poll < 3 ? pending : { status: 400, body: { error: 'access_denied' } },
};
