import type { Check } from '../../../domain/check.ts';
import type { Hl7Message } from '../../../formats/hl7v2/hl7-message.ts';
import { segmentsOf, valueAt, valueIn } from '../../../formats/hl7v2/hl7-value.ts';
import { judgeMessages, messageKinds, messagesOf, placeIn } from './reading/judge-messages.ts';
import type { Observation } from './reading/judge-found.ts';
import { sentences } from './reading/sentences.ts';

/** Codes of table AckMetierZAM, with the event that each one belongs to. */
const events: Readonly<Record<string, string>> = {
  ACK_RECEPTION_DMP: 'Z01',
  ACK_RECEPTION_MSS: 'Z02',
  DESTINATAIRE_MSS: 'Z02',
  ACK_LECTURE_MSS: 'Z03',
  LECTEUR_MSS: 'Z03',
};

/** A business acknowledgement names the message that carried the document, and uses known codes. */
export const check: Check = {
  title: {
    fr: 'L’acquittement métier ZAM désigne le message d’origine avec un code connu',
    en: 'The business acknowledgement ZAM names the original message with a known code',
  },
  assertions: ['DMP-V2-06', 'MSS-ACK-001'],
  clauses: [
    { source: 'ANS volet transmission CDA en HL7v2 2.1.3', section: 'ZAM, AckMetierZAM', trust: 'V' },
  ],
  reads: messageKinds,
  findings: {
    'zam-type': sentences(
      'MSH-9 vaut « {actual} », ZAM^Z01, Z02 ou Z03^ZAM_Z01 attendu.',
      'MSH-9 is "{actual}", ZAM^Z01, Z02 or Z03^ZAM_Z01 is expected.',
      'Écrire ZAM^Z02^ZAM_Z01 (Z01 pour le DMP, Z03 pour la lecture).',
      'Write ZAM^Z02^ZAM_Z01 (Z01 for the DMP, Z03 for reading).',
    ),
    'zam-code': sentences(
      'OBX-3 vaut « {actual} », qui n’est pas un code de AckMetierZAM pour cet événement.',
      'OBX-3 is "{actual}", which is no code of AckMetierZAM for this event.',
      'Utiliser ACK_RECEPTION_DMP, ACK_RECEPTION_MSS, DESTINATAIRE_MSS, ACK_LECTURE_MSS ou LECTEUR_MSS.',
      'Use ACK_RECEPTION_DMP, ACK_RECEPTION_MSS, DESTINATAIRE_MSS, ACK_LECTURE_MSS or LECTEUR_MSS.',
    ),
    'zam-of-nothing': sentences(
      'OBX-4 vaut « {actual} », l’identifiant d’aucun message transmis.',
      'OBX-4 is "{actual}", the id of no message sent.',
      'Recopier en OBX-4 le MSH-10 du message qui portait le document.',
      'Copy into OBX-4 the MSH-10 of the message that carried the document.',
    ),
    'zam-error-missing': sentences(
      'L’acquittement est négatif sans segment ERR 207 détaillé.',
      'The acknowledgement is negative without a detailed ERR 207.',
      'Ajouter ERR-3 = 207 et, en ERR-5, le code SMTP ou DMP.',
      'Add ERR-3 = 207 and, in ERR-5, the SMTP or DMP code.',
    ),
  },
  judge: (input) => {
    const all = [...messagesOf(input), ...messagesOf({ ...input, preuves: input.control })];
    const ids = all
      .filter(({ message }) => ['MDM', 'ORU'].includes(valueAt(message, 'MSH-9.1')))
      .map(({ message }) => valueAt(message, 'MSH-10'));
    return judgeMessages(input, ({ message }) =>
      valueAt(message, 'MSH-9.1') === 'ZAM' ? zamFaults(message, ids) : undefined,
    );
  },
};

function zamFaults(message: Hl7Message, ids: readonly string[]): readonly Observation[] {
  const [msh] = message.segments;
  if (msh === undefined) return [];
  const type = valueAt(message, 'MSH-9');
  const event = valueAt(message, 'MSH-9.2');
  const obxs = segmentsOf(message, 'OBX');
  const negative = obxs.some((obx) => valueIn(message, obx, { field: 5, component: 1 }) === 'N');
  const explained = valueAt(message, 'ERR-3.1') === '207' && valueAt(message, 'ERR-5.1') !== '';
  return [
    ...(/^ZAM\^Z0[123]\^ZAM_Z01$/.test(type)
      ? []
      : [{ code: 'zam-type', actual: type, ...placeIn(msh, 'MSH-9') }]),
    ...obxs.flatMap((obx, index) => {
      const code = valueIn(message, obx, { field: 3, component: 1 });
      const original = valueIn(message, obx, { field: 4 });
      const path = `OBX(${index + 1})`;
      return [
        ...(events[code] === event ? [] : [{ code: 'zam-code', actual: code, ...placeIn(obx, `${path}-3`) }]),
        ...(original === '' || (ids.length > 0 && !ids.includes(original))
          ? [{ code: 'zam-of-nothing', actual: original, ...placeIn(obx, `${path}-4`) }]
          : []),
      ];
    }),
    ...(negative && !explained ? [{ code: 'zam-error-missing', ...placeIn(msh, 'ERR') }] : []),
  ];
}
