import type { Check } from '../../../domain/check.ts';
import { answersTo, inPreuve, writes } from './shared/fhir-preuves.ts';

type Options = {
  /** The act that must be followed by a write. */
  readonly action: string;
};

/** An act done in the software is followed by a write of its Patient that the server takes. */
export const check: Check<Options> = {
  title: {
    fr: 'L’acte est suivi d’un Patient que le serveur FHIR accepte',
    en: 'The act is followed by a Patient that the FHIR server accepts',
  },
  assertions: ['HX-FHIR-EMISSION'],
  clauses: [
    { source: 'FHIR R4', section: '3.1.0.4, 3.1.0.8', trust: 'V' },
    { source: 'REM 2023-02', section: 'INS/va1.60 (r.27)', trust: 'V' },
  ],
  reads: ['pilote/action', 'fhir/write'],
  options: {
    type: 'object',
    additionalProperties: false,
    required: ['action'],
    properties: { action: { type: 'string' } },
  },
  findings: {
    'patient-missing': {
      says: {
        fr: 'L’acte « {action} » n’est suivi d’aucun Patient émis en FHIR',
        en: 'The act "{action}" is followed by no Patient sent in FHIR',
      },
      fix: {
        fr: 'Émettez le Patient dès que l’acte est enregistré, par création ou mise à jour',
        en: 'Send the Patient as soon as the act is stored, by a create or an update',
      },
    },
    'patient-refused': {
      says: {
        fr: 'Le serveur FHIR a refusé le Patient : {actual} ({probleme})',
        en: 'The FHIR server refused the Patient: {actual} ({probleme})',
      },
      fix: {
        fr: 'Écrivez un Patient FHIR R4 en application/fhir+json ; l’OperationOutcome dit ce qui manque',
        en: 'Write a FHIR R4 Patient in application/fhir+json; the OperationOutcome says what is missing',
      },
    },
  },
  judge({ preuves, options }) {
    const sent = writes(preuves);
    // A technical failure without a single call is a silence of the software's, not a refusal of the server's.
    const [act] = answersTo(preuves, options.action).filter(
      ({ output: { issue } }) => issue === 'reussie' || (issue === 'erreur' && sent.length === 0),
    );
    if (act === undefined) return { examined: 0, findings: [] };
    const values = { action: options.action };
    const last = sent.at(-1);
    if (last === undefined) {
      return {
        examined: 1,
        findings: [inPreuve(act.preuve, 'output.issue', { code: 'patient-missing', values })],
      };
    }
    if (sent.some(({ view }) => view.status < 400 && view.patients.length > 0))
      return { examined: 1, findings: [] };
    const probleme = last.view.problem ?? 'no-patient';
    const refused = { code: 'patient-refused', actual: last.view.status, values: { ...values, probleme } };
    return { examined: 1, findings: [inPreuve(last, 'status', refused)] };
  },
};
