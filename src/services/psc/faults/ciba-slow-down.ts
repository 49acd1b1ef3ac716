import type { Fault } from '../../../domain/fault.ts';
import type { CibaPollContext, JsonReplyArtefact } from '../preuves/artefacts.ts';

/** slow_down on the second poll */
export const fault: Fault<JsonReplyArtefact, CibaPollContext> = {
  title: { fr: 'slow_down au deuxième appel', en: 'slow_down on the second poll' },
  target: 'psc/ciba-poll-response',
  legitimate: true,
  clauses: [{ source: 'OpenID Connect CIBA Core 1.0', section: '11', trust: 'V' }],
  apply: (reply, { poll }) => (poll === 2 ? { status: 400, body: { error: 'slow_down' } } : reply),
};
