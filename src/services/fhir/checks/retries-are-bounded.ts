import type { Check } from '../../../domain/check.ts';
import { inPreuve, writes } from './shared/fhir-preuves.ts';

const most = 5;
const spanMs = 10_000;

/** After a refusal, or an answer that was spoilt, the software does not call again and again. */
export const check: Check = {
  title: { fr: 'Les nouveaux essais après un refus sont bornés', en: 'Retries after a refusal are bounded' },
  assertions: ['HX-FHIR-INSISTANCE'],
  clauses: [{ source: 'Banc segur', section: 'retenue après erreur', trust: 'R' }],
  reads: ['fhir/write'],
  findings: {
    'retry-storm': {
      says: {
        fr: '{actual} nouveaux appels en moins de dix secondes après une réponse {statut}',
        en: '{actual} more calls within ten seconds after an answer {statut}',
      },
      fix: {
        fr: 'Ne renvoyez pas tel quel ce qu’un 4xx a refusé ; espacez et bornez les essais après un 5xx',
        en: 'Do not send again as it is what a 4xx refused; space out and bound retries after a 5xx',
      },
    },
  },
  judge({ preuves }) {
    const sent = writes(preuves);
    const failed = sent.find(({ view }) => view.status >= 400 || view.status === 0 || view.faults.length > 0);
    if (failed === undefined) return { examined: 0, findings: [] };
    const after = sent.filter(({ at }) => at > failed.at && at - failed.at < spanMs);
    const storm = {
      code: 'retry-storm',
      expected: most,
      actual: after.length,
      values: { statut: failed.view.status },
    };
    return { examined: 1, findings: after.length > most ? [inPreuve(failed, 'status', storm)] : [] };
  },
};
