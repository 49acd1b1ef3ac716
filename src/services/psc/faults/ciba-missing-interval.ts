import type { Fault } from '../../../domain/fault.ts';
import type { JsonReplyArtefact } from '../preuves/artefacts.ts';

/** Acknowledgement without interval (five seconds by default) */
export const fault: Fault<JsonReplyArtefact> = {
  title: {
    fr: 'Accusé sans interval (cinq secondes par défaut)',
    en: 'Acknowledgement without interval (five seconds by default)',
  },
  target: 'psc/ciba-response',
  legitimate: true,
  clauses: [{ source: 'OpenID Connect CIBA Core 1.0', section: '7.3', trust: 'V' }],
  apply: (reply) => ({
    ...reply,
    body: Object.fromEntries(Object.entries(reply.body).filter(([name]) => name !== 'interval')),
  }),
};
