import type { Check } from '../../../domain/check.ts';
import { segmentsOf, valueAt, valueIn } from '../../../formats/hl7v2/hl7-value.ts';
import { judgeMessages, messageKinds, placeIn } from './reading/judge-messages.ts';
import { sentences } from './reading/sentences.ts';

/** Classes of patients who are there, so that their visit has a number. */
const present: ReadonlySet<string> = new Set(['E', 'I', 'O', 'R']);

/** A message that carries a document says the class of the patient, and the visit of one who is there. */
export const check: Check = {
  title: {
    fr: 'Le message de document désigne la venue du patient',
    en: 'The document message designates the visit of the patient',
  },
  assertions: ['HX-V2-02'],
  clauses: [{ source: 'ANS IG HL7v2 transmission CDA 2.1', section: 'segment PV1', trust: 'V' }],
  reads: messageKinds,
  findings: {
    'class-missing': sentences(
      'PV1-2 est vide : la classe du patient est obligatoire.',
      'PV1-2 is empty: the class of the patient is mandatory.',
      'Émettre le segment PV1 et la classe du patient, N quand il n’y a pas de venue.',
      'Send the PV1 segment and the class of the patient, N when there is no visit.',
    ),
    'visit-missing': sentences(
      'PV1-19 est vide alors que PV1-2 vaut {actual}.',
      'PV1-19 is empty while PV1-2 is {actual}.',
      'Émettre le numéro de venue, ou la classe N quand il n’y a pas de venue.',
      'Send the number of the visit, or class N when there is no visit.',
    ),
  },
  judge: (input) =>
    judgeMessages(input, ({ message }) => {
      if (!/^(ORU|MDM)$/.test(valueAt(message, 'MSH-9.1'))) return undefined;
      const [visit] = segmentsOf(message, 'PV1');
      const [header] = message.segments;
      if (header === undefined) return undefined;
      const patientClass = visit === undefined ? '' : valueIn(message, visit, { field: 2, component: 1 });
      if (visit === undefined || patientClass === '')
        return [{ code: 'class-missing', ...placeIn(visit ?? header, 'PV1-2') }];
      const number = valueIn(message, visit, { field: 19, component: 1 });
      return present.has(patientClass) && number === ''
        ? [{ code: 'visit-missing', actual: patientClass, ...placeIn(visit, 'PV1-19') }]
        : [];
    }),
};
