import type { Fault } from '../../../domain/fault.ts';
import type { JsonReplyArtefact, UserinfoContext } from '../preuves/artefacts.ts';

/** Same sub, identity of another professional */
export const fault: Fault<JsonReplyArtefact, UserinfoContext> = {
  title: {
    fr: 'Même sub, identité d’un autre professionnel',
    en: 'Same sub, identity of another professional',
  },
  target: 'psc/userinfo',
  clauses: [{ source: 'Ségur REM', section: 'SC.PSC.02', trust: 'V' }],
  apply: (reply, { autre }) => ({ ...reply, body: { ...autre, sub: reply.body['sub'] ?? '' } }),
};
