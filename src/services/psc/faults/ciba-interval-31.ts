import type { Fault } from '../../../domain/fault.ts';
import type { JsonReplyArtefact } from '../preuves/artefacts.ts';

/** Interval of 31 seconds */
export const fault: Fault<JsonReplyArtefact> = {
  title: { fr: 'Intervalle de 31 secondes', en: 'Interval of 31 seconds' },
  target: 'psc/ciba-response',
  legitimate: true,
  clauses: [{ source: 'OpenID Connect CIBA Core 1.0', section: '7.3', trust: 'V' }],
  apply: (reply) => ({ ...reply, body: { ...reply.body, interval: 31 } }),
};
