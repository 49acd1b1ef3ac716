import type { Check } from '../../../domain/check.ts';
import type { Hl7Message, Hl7Segment } from '../../../formats/hl7v2/hl7-message.ts';
import { hl7Tables, type Hl7Table } from '../../../formats/hl7v2/hl7-tables.ts';
import { repetitionsIn, valueIn } from '../../../formats/hl7v2/hl7-value.ts';
import type { Observation } from './reading/judge-found.ts';
import { judgeMessages, messageKinds, placeIn } from './reading/judge-messages.ts';
import { sentences } from './reading/sentences.ts';

/** Coded values of identity and visit segments: field, component, table. PID-32 has a check of its own. */
const bindings: Readonly<Record<string, readonly (readonly [field: number, component: number, Hl7Table])[]>> =
  {
    PID: [
      [3, 5, hl7Tables.identifierType],
      [5, 7, hl7Tables.nameType],
      [8, 1, hl7Tables.sex],
      [11, 7, hl7Tables.addressType],
      [18, 5, hl7Tables.identifierType],
      [24, 1, hl7Tables.yesNo],
      [31, 1, hl7Tables.yesNo],
    ],
    MRG: [
      [1, 5, hl7Tables.identifierType],
      [7, 7, hl7Tables.nameType],
    ],
    PV1: [
      [2, 1, hl7Tables.patientClass],
      [19, 5, hl7Tables.identifierType],
    ],
    ZFD: [
      [3, 1, hl7Tables.yesNo],
      [4, 1, hl7Tables.yesNo],
      [5, 1, hl7Tables.identitySource],
      [7, 1, hl7Tables.identityProof],
    ],
    ZFA: [
      [9, 1, hl7Tables.feedingObjection],
      [11, 1, hl7Tables.consultationConsent],
    ],
  };

/** The coded values of an identity are in their tables. */
export const check: Check = {
  title: {
    fr: 'Les codes de l’identité et de la venue sont dans leurs tables',
    en: 'The codes of the identity and of the visit are in their tables',
  },
  assertions: ['HX-V2-01'],
  clauses: [
    { source: 'HL7 v2.5, annexe A', section: '0001, 0004, 0136, 0190, 0200, 0203', trust: '2' },
    { source: 'FR Core 2.2.0', section: 'fr-core-cs-v2-0203, mode de validation de l’identité', trust: '2' },
    { source: 'Mediboard, segment ZFD', section: 'tables 9003 et 9004', trust: '2' },
    { source: 'ANS, exemples HL7v2', section: 'segment ZFA', trust: '2' },
  ],
  reads: messageKinds,
  findings: {
    'code-unknown': sentences(
      '{field} vaut « {actual} », qui n’est pas dans la table {expected}.',
      '{field} is "{actual}", which is not in table {expected}.',
      'Employer un code de la table, en respectant la casse.',
      'Use a code of the table, in the right case.',
    ),
  },
  judge: (input) =>
    judgeMessages(input, ({ message }) => {
      const coded = message.segments.filter(({ name }) => Object.hasOwn(bindings, name));
      return coded.length === 0 ? undefined : coded.flatMap((segment) => unknownIn(message, segment));
    }),
};

function unknownIn(message: Hl7Message, segment: Hl7Segment): readonly Observation[] {
  return (bindings[segment.name] ?? []).flatMap(([field, component, table]) =>
    repetitionsIn(message, segment, field).flatMap((_raw, index) => {
      const code = valueIn(message, segment, { field, repetition: index + 1, component });
      // Two double quotes erase a value.
      if (code === '' || code === '""' || table.has(code)) return [];
      const path = `${segment.name}-${field}${index === 0 ? '' : `[${index + 1}]`}${component === 1 ? '' : `.${component}`}`;
      return [
        {
          code: 'code-unknown',
          expected: table.id,
          actual: code,
          values: { field: path },
          ...placeIn(segment, path),
        },
      ];
    }),
  );
}
