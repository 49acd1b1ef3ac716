import type { Check } from '../../../domain/check.ts';
import { inPreuve, sendings } from './shared/fhir-preuves.ts';

/** A creation that the bench repeats under If-None-Exist is answered 200, by the Patient of the first. */
export const check: Check = {
  title: {
    fr: 'Une création répétée (If-None-Exist) est reconnue',
    en: 'A repeated creation (If-None-Exist) is recognised',
  },
  assertions: ['HX-FHIR-REPETITION'],
  clauses: [{ source: 'FHIR R4', section: '3.1.0.8.1', trust: 'V' }],
  reads: ['fhir/sent'],
  findings: {
    'created-again': {
      says: {
        fr: 'La création répétée reçoit {actual}, 200 attendu',
        en: 'The repeated creation gets {actual}, 200 is expected',
      },
      fix: {
        fr: 'Cherchez l’identifiant d’If-None-Exist avant de créer, et répondez 200 avec le Patient trouvé',
        en: 'Search the identifier of If-None-Exist before creating, and answer 200 with the Patient found',
      },
    },
  },
  judge({ preuves }) {
    const [first, ...again] = sendings(preuves);
    if (first?.view.issue !== 'answered' || first.view.status >= 300 || again.length === 0)
      return { examined: 0, findings: [] };
    const findings = again
      .filter(({ view }) => view.status !== 200)
      .map((preuve) =>
        inPreuve(preuve, 'status', { code: 'created-again', expected: 200, actual: preuve.view.status }),
      );
    return { examined: again.length, findings };
  },
};
