import type { Fault } from '../../../domain/fault.ts';
import type { FhirReply } from '../preuves/reply.ts';

/** Answers a write by an OperationOutcome that warns and refuses nothing. */
export const fault: Fault<FhirReply> = {
  title: {
    fr: 'Succès avec OperationOutcome d’avertissement',
    en: 'Success with an OperationOutcome that warns',
  },
  target: 'fhir/reply',
  legitimate: true,
  clauses: [{ source: 'FHIR R4', section: '3.1.0.1.9', trust: 'V' }],
  apply: (reply) => ({
    ...reply,
    resource: {
      resourceType: 'OperationOutcome',
      issue: [
        { severity: 'warning', code: 'informational', diagnostics: 'Identité enregistrée, adresse absente' },
      ],
    },
  }),
};
