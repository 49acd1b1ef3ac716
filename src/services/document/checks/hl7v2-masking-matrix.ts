import type { Check } from '../../../domain/check.ts';
import { judgeMessages, messageKinds, placeIn } from './reading/judge-messages.ts';
import { sentences } from './reading/sentences.ts';
import { combinationOf, sendingRight } from './reading/sending-matrix.ts';
import { sharingFlags } from './reading/sharing-flags.ts';

/** A document hidden from the patient is not sent to the patient, and the combination is one of the matrix. */
export const check: Check = {
  title: {
    fr: 'L’envoi par MSSanté est l’un de ceux que la matrice admet',
    en: 'The sending by MSSanté is one that the matrix allows',
  },
  assertions: ['DMP-V2-04', 'MSS-MAT-001'],
  clauses: [
    { source: 'ANS volet transmission CDA en HL7v2 2.1.3', section: 'règles de gestion MSSanté', trust: 'V' },
  ],
  reads: messageKinds,
  findings: {
    'hidden-from-patient': sentences(
      'INVISIBLE_PATIENT=Y et DESTMSSANTEPAT=Y : le document invisible au patient lui est envoyé.',
      'INVISIBLE_PATIENT=Y and DESTMSSANTEPAT=Y: the document hidden from the patient is sent to him.',
      'Mettre DESTMSSANTEPAT à N, ou rendre le document visible.',
      'Set DESTMSSANTEPAT to N, or make the document visible.',
    ),
    'not-in-matrix': sentences(
      'La combinaison {actual} n’est pas prévue pour un envoi par MSSanté.',
      'The combination {actual} is not one that MSSanté may send.',
      'S’en tenir aux trois combinaisons de la matrice du volet.',
      'Keep to the three combinations of the matrix of the volet.',
    ),
  },
  judge: (input) =>
    judgeMessages(input, ({ message }) => {
      const flags = sharingFlags(message);
      const right = sendingRight(flags);
      const [first] = flags;
      if (right === undefined || first === undefined) return undefined;
      if (right !== 'refused') return [];
      const value = (code: string): string | undefined => flags.find((flag) => flag.code === code)?.value;
      const hidden = value('INVISIBLE_PATIENT') === 'Y' && value('DESTMSSANTEPAT') === 'Y';
      return [
        {
          code: hidden ? 'hidden-from-patient' : 'not-in-matrix',
          actual: combinationOf(flags),
          ...placeIn(first.segment, 'OBX'),
        },
      ];
    }),
};
