import type { Check } from '../../../domain/check.ts';
import { valueAt } from '../../../formats/hl7v2/hl7-value.ts';
import { readPids } from '../../../formats/hl7v2/read-pid.ts';
import { judgeMessages, messageKinds, messagesOf, placeIn } from './reading/judge-messages.ts';
import { toFinding } from './reading/judge-found.ts';
import { sentences } from './reading/sentences.ts';

type Options = {
  readonly changement: 'trait-strict-recuperee' | 'trait-strict-qualifiee' | 'trait-complementaire';
};

/** Events of ITI-30 that the tests of the exigence expect for each change. */
const accepted: Readonly<Record<Options['changement'], readonly string[]>> = {
  'trait-strict-recuperee': ['A31', 'A47'],
  'trait-strict-qualifiee': ['A47'],
  'trait-complementaire': ['A31'],
};

/** A change of identity reaches the consumers by the event that the exigence names, without the lost INS. */
export const check: Check<Options> = {
  title: {
    fr: 'Un changement d’identité est propagé par le bon événement',
    en: 'A change of identity is propagated by the right event',
  },
  assertions: ['INS-HL7-014'],
  clauses: [{ source: 'REM 2023-02', section: 'INS/va1.60 (r.27)', trust: 'V' }],
  reads: messageKinds,
  options: {
    type: 'object',
    additionalProperties: false,
    required: ['changement'],
    properties: { changement: { enum: Object.keys(accepted) } },
  },
  findings: {
    'not-propagated': sentences(
      'Aucun message {expected} ne propage le changement ; reçu : {actual}.',
      'No message {expected} propagates the change; received: {actual}.',
      'Émettre A31 pour un changement de trait, et au moins A47 quand une identité qualifiée perd son INS.',
      'Send A31 for a change of trait, and at least A47 when a qualified identity loses its INS.',
    ),
    'ins-still-sent': sentences(
      'Le message {evenement} porte encore l’INS {actual} après le changement d’un trait strict.',
      'The message {evenement} still carries the INS {actual} after a change of a strict trait.',
      'Retirer matricule et OID avant de propager.',
      'Drop matricule and OID before propagating.',
    ),
  },
  judge: (input) => {
    const { changement } = input.options;
    const expected = accepted[changement];
    const messages = messagesOf(input).filter(({ message }) => valueAt(message, 'MSH-9.1') === 'ADT');
    const [first] = messages;
    if (first === undefined) return { examined: 0, findings: [] };
    const seen = messages.map(({ message }) => valueAt(message, 'MSH-9.2'));
    const kept = judgeMessages(input, ({ message }) => {
      const event = valueAt(message, 'MSH-9.2');
      if (changement === 'trait-complementaire' || !expected.includes(event)) return undefined;
      return readPids(message).flatMap((pid) =>
        pid.ins
          .filter((ins) => ins.expires === '')
          .map((ins) => ({
            code: 'ins-still-sent',
            actual: ins.value,
            values: { evenement: event },
            ...placeIn(pid.segment, ins.path),
          })),
      );
    });
    const missing = seen.some((event) => expected.includes(event))
      ? []
      : [
          toFinding(
            {
              code: 'not-propagated',
              expected: expected.join(' | '),
              actual: seen.join(', '),
              at: { path: 'MSH-9' },
            },
            first.preuve.id,
            first.label,
          ),
        ];
    return { examined: messages.length, findings: [...missing, ...kept.findings] };
  },
};
