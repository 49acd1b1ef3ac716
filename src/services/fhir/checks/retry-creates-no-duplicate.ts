import type { Check } from '../../../domain/check.ts';
import { inPreuve, writes } from './shared/fhir-preuves.ts';

/** Sending an identity again, after an answer that was lost or not, leaves one Patient at the server. */
export const check: Check = {
  title: {
    fr: 'Émettre de nouveau une identité ne crée pas de doublon',
    en: 'Sending an identity again creates no duplicate',
  },
  assertions: ['HX-FHIR-REPRISE'],
  clauses: [{ source: 'FHIR R4', section: '3.1.0.4.3, 3.1.0.8.1', trust: 'V' }],
  reads: ['fhir/write'],
  findings: {
    'duplicate-created': {
      says: {
        fr: 'Le Patient {actual} est créé alors que {expected} porte déjà son numéro',
        en: 'Patient {actual} is created although {expected} has its number already',
      },
      fix: {
        fr: 'Créez par If-None-Exist, ou mettez à jour par l’identifiant : PUT Patient?identifier=…',
        en: 'Create with If-None-Exist, or update by the identifier: PUT Patient?identifier=…',
      },
    },
  },
  judge({ preuves }) {
    const kept = writes(preuves).flatMap((preuve) => preuve.view.ecrits.map((ecrit) => ({ preuve, ecrit })));
    if (kept.length < 2) return { examined: 0, findings: [] };
    const findings = kept
      .filter(({ ecrit }) => ecrit.effet === 'cree' && ecrit.doublons.length > 0)
      .map(({ preuve, ecrit }) =>
        inPreuve(preuve, 'ecrits', {
          code: 'duplicate-created',
          expected: ecrit.doublons.join(', '),
          actual: ecrit.id,
        }),
      );
    return { examined: kept.length, findings };
  },
};
