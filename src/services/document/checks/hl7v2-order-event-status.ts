import type { Check } from '../../../domain/check.ts';
import { attachedDocuments } from '../../../formats/hl7v2/attached-document.ts';
import { segmentsOf, valueAt, valueIn } from '../../../formats/hl7v2/hl7-value.ts';
import { judgeMessages, messageKinds, placeIn } from './reading/judge-messages.ts';
import { sentences } from './reading/sentences.ts';

/** ORC-1 decides: the result status and the event of an MDM follow. */
const rules: Readonly<Record<string, { readonly status: string; readonly event: string }>> = {
  NW: { status: 'F', event: 'T02' },
  RO: { status: 'C', event: 'T10' },
  CA: { status: 'D', event: 'T04' },
};

/** Order control, result status and event say the same thing: new, replaced or deleted. */
export const check: Check = {
  title: {
    fr: 'ORC-1, OBX-11 et l’événement disent la même chose',
    en: 'ORC-1, OBX-11 and the event say the same thing',
  },
  assertions: ['DMP-V2-02'],
  clauses: [{ source: 'ANS volet transmission CDA en HL7v2 2.1.3', section: 'profils-messages', trust: 'V' }],
  reads: messageKinds,
  findings: {
    'order-control': sentences(
      'ORC-1 vaut « {actual} », NW, RO ou CA attendu.',
      'ORC-1 is "{actual}", NW, RO or CA is expected.',
      'Écrire NW pour un nouveau document, RO pour un remplacement, CA pour une suppression.',
      'Write NW for a new document, RO for a replacement, CA for a deletion.',
    ),
    'result-status': sentences(
      'OBX-11 du document vaut « {actual} » alors que ORC-1 vaut {order} : {expected} attendu.',
      'OBX-11 of the document is "{actual}" although ORC-1 is {order}: {expected} is expected.',
      'Écrire F pour un nouveau document, C pour un remplacement, D pour une suppression.',
      'Write F for a new document, C for a replacement, D for a deletion.',
    ),
    event: sentences(
      'L’événement est {actual} alors que ORC-1 vaut {order} : {expected} attendu.',
      'The event is {actual} although ORC-1 is {order}: {expected} is expected.',
      'Utiliser T02 (nouveau), T10 (remplacement) ou T04 (suppression).',
      'Use T02 (new), T10 (replacement) or T04 (deletion).',
    ),
    'parent-missing': sentences(
      'Le message remplace un document sans dire lequel : TXA-13 est vide.',
      'The message replaces a document without saying which: TXA-13 is empty.',
      'Écrire en TXA-13 l’identifiant du document remplacé.',
      'Write in TXA-13 the id of the replaced document.',
    ),
  },
  judge: (input) =>
    judgeMessages(input, ({ message }) => {
      const kind = valueAt(message, 'MSH-9.1');
      const [msh] = message.segments;
      if ((kind !== 'MDM' && kind !== 'ORU') || msh === undefined) return undefined;
      const [orc] = segmentsOf(message, 'ORC');
      const order = valueAt(message, 'ORC-1');
      const rule = rules[order];
      if (rule === undefined) {
        return [{ code: 'order-control', actual: order, ...placeIn(orc ?? msh, 'ORC-1') }];
      }
      const values = { order };
      const event = valueAt(message, 'MSH-9.2');
      const [txa] = segmentsOf(message, 'TXA');
      return [
        ...attachedDocuments(message).flatMap(({ segment }) => {
          const actual = valueIn(message, segment, { field: 11 });
          return actual === rule.status
            ? []
            : [
                {
                  code: 'result-status',
                  expected: rule.status,
                  actual,
                  values,
                  ...placeIn(segment, 'OBX-11'),
                },
              ];
        }),
        ...(kind === 'ORU' || event === rule.event
          ? []
          : [{ code: 'event', expected: rule.event, actual: event, values, ...placeIn(msh, 'MSH-9.2') }]),
        ...(kind === 'MDM' && order === 'RO' && valueAt(message, 'TXA-13') === ''
          ? [{ code: 'parent-missing', ...placeIn(txa ?? msh, 'TXA-13') }]
          : []),
      ];
    }),
};
