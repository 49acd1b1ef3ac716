import type { Check } from '../../../domain/check.ts';
import type { Finding } from '../../../domain/finding.ts';
import { inPreuve, sendings } from './shared/fhir-preuves.ts';

/** What is no Patient is refused by a 4xx whose body is an OperationOutcome. */
export const check: Check = {
  title: {
    fr: 'Un corps fautif est refusé en 4xx avec un OperationOutcome',
    en: 'A faulty body is refused by a 4xx with an OperationOutcome',
  },
  assertions: ['HX-FHIR-REFUS'],
  clauses: [{ source: 'FHIR R4', section: '3.1.0.1.2, 3.1.0.8', trust: 'V' }],
  reads: ['fhir/sent'],
  findings: {
    'not-answered': {
      says: {
        fr: 'L’envoi « {variante} » n’a reçu aucune réponse ({actual})',
        en: 'The sending "{variante}" got no answer ({actual})',
      },
      fix: { fr: 'Répondez à toute requête, même fautive', en: 'Answer every request, even a faulty one' },
    },
    'not-refused': {
      says: {
        fr: 'L’envoi « {variante} » reçoit {actual}, un 4xx est attendu',
        en: 'The sending "{variante}" gets {actual}, a 4xx is expected',
      },
      fix: {
        fr: 'Refusez par 400, 415 ou 422 : ni succès, ni erreur interne',
        en: 'Refuse by 400, 415 or 422: neither a success nor an internal error',
      },
    },
    'outcome-missing': {
      says: {
        fr: 'Le refus {statut} de « {variante} » n’a pas d’OperationOutcome (corps : {actual})',
        en: 'The refusal {statut} of "{variante}" has no OperationOutcome (body: {actual})',
      },
      fix: {
        fr: 'Dites dans un OperationOutcome ce qui ne va pas, et où',
        en: 'Say in an OperationOutcome what is wrong, and where',
      },
    },
  },
  judge({ preuves }) {
    const sent = sendings(preuves);
    const findings = sent.flatMap((preuve): readonly Finding[] => {
      const { issue, status, variante, reponse } = preuve.view;
      const values = { variante, statut: status };
      if (issue !== 'answered') {
        return [inPreuve(preuve, 'issue', { code: 'not-answered', actual: issue, values })];
      }
      if (status < 400 || status > 499) {
        return [inPreuve(preuve, 'status', { code: 'not-refused', expected: '4xx', actual: status, values })];
      }
      return reponse === 'OperationOutcome'
        ? []
        : [inPreuve(preuve, 'response', { code: 'outcome-missing', actual: reponse, values })];
    });
    return { examined: sent.length, findings };
  },
};
