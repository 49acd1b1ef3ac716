import type { Fault } from '../../../domain/fault.ts';
import type { JsonReplyArtefact } from '../preuves/artefacts.ts';

/** invalid_request on every poll */
export const fault: Fault<JsonReplyArtefact> = {
  title: { fr: 'invalid_request à chaque appel', en: 'invalid_request on every poll' },
  target: 'psc/ciba-poll-response',
  clauses: [{ source: 'OpenID Connect CIBA Core 1.0', section: '11', trust: 'V' }],
  apply: () => ({ status: 400, body: { error: 'invalid_request' } }),
};
