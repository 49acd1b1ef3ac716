import type { Check } from '../../../domain/check.ts';
import type { CdaDocument } from '../../../formats/cda/cda-document.ts';
import type { Hl7Message } from '../../../formats/hl7v2/hl7-message.ts';
import { segmentsOf, valueAt } from '../../../formats/hl7v2/hl7-value.ts';
import { attachedCdas } from './reading/attached-cda.ts';
import { judgeMessages, messageKinds, placeIn } from './reading/judge-messages.ts';
import type { Observation } from './reading/judge-found.ts';
import { sentences } from './reading/sentences.ts';

/** Type and identifier of the document are the same in the message and in the CDA. */
export const check: Check = {
  title: {
    fr: 'Type et identifiant du document concordent entre message et CDA',
    en: 'Type and identifier of the document agree between message and CDA',
  },
  assertions: ['DMP-V2-03'],
  clauses: [
    { source: 'ANS volet transmission CDA en HL7v2 2.1.3', section: 'OBR-4, OBX-3, TXA-12', trust: 'V' },
  ],
  reads: messageKinds,
  findings: {
    'code-differs': sentences(
      '{champ} vaut « {actual} » et le code du CDA {expected}.',
      '{champ} is "{actual}" and the code of the CDA {expected}.',
      'Reprendre ClinicalDocument/code en OBR-4 et OBX-3.',
      'Use ClinicalDocument/code in OBR-4 and OBX-3.',
    ),
    'id-differs': sentences(
      'TXA-12 vaut « {actual} » et l’identifiant du CDA {expected}.',
      'TXA-12 is "{actual}" and the id of the CDA {expected}.',
      'Écrire en TXA-12 la racine de ClinicalDocument/id, ou extension^^racine^ISO.',
      'Write in TXA-12 the root of ClinicalDocument/id, or extension^^root^ISO.',
    ),
    'parent-differs': sentences(
      'TXA-13 vaut « {actual} » et le CDA remplace {expected}.',
      'TXA-13 is "{actual}" and the CDA replaces {expected}.',
      'Écrire en TXA-13 l’identifiant de relatedDocument/parentDocument.',
      'Write in TXA-13 the id of relatedDocument/parentDocument.',
    ),
  },
  judge: (input) =>
    judgeMessages(input, ({ message }) => {
      const cdas = attachedCdas(message);
      if (cdas.length === 0) return undefined;
      return cdas.flatMap(({ document, segment, code }) => {
        const expected = document.codes[0]?.code ?? '';
        const [obr] = segmentsOf(message, 'OBR');
        const differ = (champ: string, actual: string, at = segment): readonly Observation[] =>
          actual === expected
            ? []
            : [{ code: 'code-differs', expected, actual, values: { champ }, ...placeIn(at, champ) }];
        return [
          ...differ('OBX-3.1', code),
          ...(obr === undefined ? [] : differ('OBR-4.1', valueAt(message, 'OBR-4.1'), obr)),
          ...transcription(message, document),
        ];
      });
    }),
};

function transcription(message: Hl7Message, document: CdaDocument): readonly Observation[] {
  const [txa] = segmentsOf(message, 'TXA');
  if (txa === undefined) return [];
  const [id] = document.ids;
  const parent = document.relatedDocuments.find((one) => one.typeCode === 'RPLC')?.parentIds[0];
  const pairs = [
    ['id-differs', 'TXA-12', id],
    ['parent-differs', 'TXA-13', parent],
  ] as const;
  return pairs.flatMap(([code, path, cda]) => {
    if (cda === undefined) return [];
    const root = valueAt(message, `${path}.3`);
    const first = valueAt(message, `${path}.1`);
    const actual = root === '' ? first : `${first}^^${root}`;
    const expected = cda.extension === undefined ? cda.root : `${cda.extension}^^${cda.root}`;
    return actual === expected ? [] : [{ code, expected, actual, ...placeIn(txa, path) }];
  });
}
