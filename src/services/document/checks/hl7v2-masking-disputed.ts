import type { Check } from '../../../domain/check.ts';
import { judgeMessages, messageKinds, placeIn } from './reading/judge-messages.ts';
import { combinationOf, sendingRight } from './reading/sending-matrix.ts';
import { sentences } from './reading/sentences.ts';
import { sharingFlags } from './reading/sharing-flags.ts';

/** A sending that the matrix of the volet refuses and that the volet elsewhere shows or no longer forbids. */
export const check: Check = {
  title: {
    fr: 'L’envoi par MSSanté n’est pas de ceux dont le volet se contredit',
    en: 'The sending by MSSanté is not one of which the volet contradicts itself',
  },
  assertions: ['MSS-MAT-001'],
  clauses: [
    { source: 'ANS volet transmission CDA en HL7v2 2.1.3', section: 'règles de gestion MSSanté', trust: 'V' },
    {
      source: 'ANS volet transmission CDA en HL7v2 2.1.3',
      section: 'exemples, change-log 2.1.1',
      trust: 'V',
    },
  ],
  reads: messageKinds,
  findings: {
    'combination-disputed': sentences(
      'La matrice du volet refuse {actual} ; ses exemples ou son journal des versions disent autrement.',
      'The matrix of the volet refuses {actual}; its examples or its change log say otherwise.',
      'S’assurer que la PFI destinataire accepte cette combinaison.',
      'Make sure that the receiving PFI accepts this combination.',
    ),
  },
  judge: (input) =>
    judgeMessages(input, ({ message }) => {
      const flags = sharingFlags(message);
      const right = sendingRight(flags);
      const [first] = flags;
      if (right === undefined || first === undefined) return undefined;
      return right === 'disputed'
        ? [
            {
              code: 'combination-disputed',
              actual: combinationOf(flags),
              ...placeIn(first.segment, 'OBX'),
            },
          ]
        : [];
    }),
};
