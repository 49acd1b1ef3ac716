import type { Check } from '../../../domain/check.ts';
import { segmentsOf, valueAt, valueIn } from '../../../formats/hl7v2/hl7-value.ts';
import {
  judgeMessages,
  messageKinds,
  messagesOf,
  placeIn,
  type FoundMessage,
} from './reading/judge-messages.ts';
import type { Observation } from './reading/judge-found.ts';
import { sentences } from './reading/sentences.ts';

const technical = new Set('0 100 101 102 103 198 199 200 201 202 203 207'.split(' '));
const application = new Set('900 901 902 903 904 905 906'.split(' '));

/** An acknowledgement says of which message it speaks, and an error says its code. */
export const check: Check = {
  title: {
    fr: 'L’acquittement désigne son message et code ses erreurs',
    en: 'The acknowledgement designates its message and codes its errors',
  },
  assertions: ['MSS-RCV-010', 'INS-HL7-020'],
  clauses: [
    { source: 'ANS volet LPS MSSanté en HL7v2 1.1', section: 'acquittement, error-codes', trust: 'V' },
  ],
  reads: messageKinds,
  findings: {
    'ack-code': sentences(
      'MSA-1 vaut « {actual} », AA, AE ou AR attendu.',
      'MSA-1 is "{actual}", AA, AE or AR is expected.',
      'Répondre AA, AE ou AR.',
      'Answer AA, AE or AR.',
    ),
    'ack-event': sentences(
      'MSH-9 vaut « {actual} », ACK^événement^ACK attendu.',
      'MSH-9 is "{actual}", ACK^event^ACK is expected.',
      'Reprendre l’événement du message acquitté.',
      'Repeat the event of the message acknowledged.',
    ),
    'ack-of-nothing': sentences(
      'MSA-2 vaut « {actual} », l’identifiant d’aucun message reçu.',
      'MSA-2 is "{actual}", the id of no message received.',
      'Recopier en MSA-2 le MSH-10 du message acquitté.',
      'Copy into MSA-2 the MSH-10 of the message acknowledged.',
    ),
    'error-missing': sentences(
      'MSA-1 vaut AE sans segment ERR.',
      'MSA-1 is AE without an ERR segment.',
      'Ajouter un segment ERR avec ERR-3 et ERR-4.',
      'Add an ERR segment with ERR-3 and ERR-4.',
    ),
    'error-code': sentences(
      'ERR-3 vaut « {actual} », hors de la table 0357.',
      'ERR-3 is "{actual}", outside of table 0357.',
      'Utiliser un code de la table 0357 ; 207 pour une erreur applicative.',
      'Use a code of table 0357; 207 for an application error.',
    ),
    'application-code': sentences(
      'ERR-5 vaut « {actual} » avec ERR-3 = {erreur} : un code 900 à 906 accompagne 207, et lui seul.',
      'ERR-5 is "{actual}" with ERR-3 = {erreur}: a code 900 to 906 goes with 207, and only with it.',
      'Détailler 207 par un code 900 à 906 ; laisser ERR-5 vide pour les autres erreurs.',
      'Detail 207 by a code 900 to 906; leave ERR-5 empty for other errors.',
    ),
    'severity-missing': sentences(
      'ERR-4 est vide.',
      'ERR-4 is empty.',
      'Écrire la gravité en ERR-4 : E, W ou I.',
      'Write the severity in ERR-4: E, W or I.',
    ),
  },
  judge: (input) => {
    const all = [...messagesOf(input), ...messagesOf({ ...input, preuves: input.control })];
    const ids = all.filter(({ message }) => !isAck(message)).map(({ message }) => valueAt(message, 'MSH-10'));
    return judgeMessages(input, (found) => (isAck(found.message) ? ackFaults(found, ids) : undefined));
  },
};

function isAck(message: FoundMessage['message']): boolean {
  return valueAt(message, 'MSH-9.1') === 'ACK';
}

function ackFaults({ message }: FoundMessage, ids: readonly string[]): readonly Observation[] {
  const [msh] = message.segments;
  const [msa] = segmentsOf(message, 'MSA');
  if (msh === undefined) return [];
  const at = msa ?? msh;
  const code = valueAt(message, 'MSA-1');
  const errors = segmentsOf(message, 'ERR');
  const type = valueAt(message, 'MSH-9');
  const acked = valueAt(message, 'MSA-2');
  return [
    ...(/^ACK\^[A-Z]\d\d\^ACK$/.test(type)
      ? []
      : [{ code: 'ack-event', actual: type, ...placeIn(msh, 'MSH-9') }]),
    ...(['AA', 'AE', 'AR'].includes(code)
      ? []
      : [{ code: 'ack-code', actual: code, ...placeIn(at, 'MSA-1') }]),
    // Alone, an acknowledgement can only be asked for a reference; beside messages it must be one of theirs.
    ...(acked === '' || (ids.length > 0 && !ids.includes(acked))
      ? [{ code: 'ack-of-nothing', actual: acked, ...placeIn(at, 'MSA-2') }]
      : []),
    ...(code === 'AE' && errors.length === 0 ? [{ code: 'error-missing', ...placeIn(at, 'ERR') }] : []),
    ...errors.flatMap((segment, index) => {
      const erreur = valueIn(message, segment, { field: 3, component: 1 });
      const detail = valueIn(message, segment, { field: 5, component: 1 });
      const path = `ERR(${index + 1})`;
      const coherent = erreur === '207' ? application.has(detail) : detail === '';
      return [
        ...(technical.has(erreur)
          ? []
          : [{ code: 'error-code', actual: erreur, ...placeIn(segment, `${path}-3`) }]),
        ...(!technical.has(erreur) || coherent
          ? []
          : [
              {
                code: 'application-code',
                actual: detail,
                values: { erreur },
                ...placeIn(segment, `${path}-5`),
              },
            ]),
        ...(valueIn(message, segment, { field: 4 }) === ''
          ? [{ code: 'severity-missing', ...placeIn(segment, `${path}-4`) }]
          : []),
      ];
    }),
  ];
}
