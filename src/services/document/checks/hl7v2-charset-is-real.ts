import type { Check } from '../../../domain/check.ts';
import { charsetFault } from '../../../formats/hl7v2/hl7-charset.ts';
import { judgeMessages, messageKinds, placeIn } from './reading/judge-messages.ts';
import { sentences } from './reading/sentences.ts';

const codes = {
  'unknown-charset': 'charset-unknown',
  'not-ascii': 'charset-undeclared',
  'not-utf-8': 'not-utf-8',
  'control-character': 'not-latin',
  'is-utf-8': 'utf-8-undeclared',
} as const;

/** The bytes are in the character set that MSH-18 declares. */
export const check: Check = {
  title: {
    fr: 'MSH-18 annonce l’encodage réel des octets',
    en: 'MSH-18 announces the real encoding of the bytes',
  },
  assertions: ['INS-HL7-017'],
  clauses: [
    { source: 'ANS hl7V2-exemples', section: 'MSH-18', trust: 'V' },
    { source: 'HL7 v2.5', section: 'table 0211', trust: 'V' },
  ],
  reads: messageKinds,
  findings: {
    'charset-unknown': text(
      'MSH-18 vaut « {actual} », qu’aucun volet n’admet.',
      'MSH-18 is "{actual}", which no volet admits.',
    ),
    'charset-undeclared': text(
      'Le message a des caractères accentués et MSH-18 vaut « {actual} ».',
      'The message has accented characters and MSH-18 is "{actual}".',
    ),
    'not-utf-8': text(
      'MSH-18 annonce UTF-8 et les octets n’en sont pas.',
      'MSH-18 announces UTF-8 and the bytes are not.',
    ),
    'not-latin': text(
      'MSH-18 annonce {actual} et les octets ont des caractères que ce jeu ne connaît pas.',
      'MSH-18 announces {actual} and the bytes have characters that it does not know.',
    ),
    'utf-8-undeclared': text(
      'MSH-18 annonce {actual} et les octets sont de l’UTF-8.',
      'MSH-18 announces {actual} and the bytes are UTF-8.',
    ),
  },
  judge: (input) =>
    judgeMessages(input, ({ message }) => {
      const [msh] = message.segments;
      if (msh === undefined) return undefined;
      for (const segment of message.segments) {
        const fault = charsetFault(segment.raw, message.charset);
        if (fault === undefined) continue;
        const place =
          fault.kind === 'unknown-charset'
            ? placeIn(msh, 'MSH-18')
            : {
                ...placeIn(segment, segment.name),
                bytes: [segment.bytes[0] + fault.offset, segment.bytes[0] + fault.offset + 1] as const,
              };
        return [{ code: codes[fault.kind], actual: message.charset, ...place }];
      }
      return [];
    }),
};

function text(fr: string, en: string): ReturnType<typeof sentences> {
  return sentences(
    fr,
    en,
    'Envoyer tout le message en UTF-8 et écrire UNICODE UTF-8 en MSH-18 (ou 8859/15 si c’est l’encodage réel).',
    'Send the whole message as UTF-8 and write UNICODE UTF-8 in MSH-18 (or 8859/15 when that is the real encoding).',
  );
}
