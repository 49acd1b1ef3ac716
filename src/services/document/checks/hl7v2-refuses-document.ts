import type { Check } from '../../../domain/check.ts';
import { valueAt } from '../../../formats/hl7v2/hl7-value.ts';
import { judgeMessages, messageKinds, placeIn } from './reading/judge-messages.ts';
import { sentences } from './reading/sentences.ts';

type Options = {
  /** 902 unknown patient, 903 no INS, 904 other INS, 905 INS without its traits. */
  readonly code: string;
};

/** A consumer that must not integrate a document says so: no AA, and the code of its reason. */
export const check: Check<Options> = {
  title: {
    fr: 'Le logiciel refuse le document et dit pourquoi',
    en: 'The software refuses the document and says why',
  },
  assertions: ['INS-HL7-019', 'INS-HL7-020', 'MSS-RCV-008', 'MSS-RCV-009'],
  clauses: [
    { source: 'ANS volet transmission CDA en HL7v2 2.1.3', section: 'error-codes (indicatif)', trust: 'V' },
  ],
  reads: messageKinds,
  options: {
    type: 'object',
    additionalProperties: false,
    required: ['code'],
    properties: { code: { enum: ['900', '901', '902', '903', '904', '905', '906'] } },
  },
  findings: {
    'document-accepted': sentences(
      'Le logiciel répond AA à un document qu’il ne doit pas intégrer.',
      'The software answers AA to a document that it must not integrate.',
      'Ne pas intégrer automatiquement ; répondre AE avec le code {expected}.',
      'Do not integrate automatically; answer AE with code {expected}.',
    ),
    'other-code': sentences(
      'Le refus porte le code « {actual} », {expected} attendu.',
      'The refusal has code "{actual}", {expected} is expected.',
      'Répondre ERR-3 = 207 et ERR-5 = {expected}.',
      'Answer ERR-3 = 207 and ERR-5 = {expected}.',
    ),
  },
  judge: (input) =>
    judgeMessages(input, ({ message }) => {
      const [msh] = message.segments;
      if (valueAt(message, 'MSH-9.1') !== 'ACK' || msh === undefined) return undefined;
      const expected = input.options.code;
      if (valueAt(message, 'MSA-1') === 'AA') {
        return [{ code: 'document-accepted', expected, actual: 'AA', ...placeIn(msh, 'MSA-1') }];
      }
      const actual = valueAt(message, 'ERR-5.1');
      return actual === expected ? [] : [{ code: 'other-code', expected, actual, ...placeIn(msh, 'ERR-5') }];
    }),
};
