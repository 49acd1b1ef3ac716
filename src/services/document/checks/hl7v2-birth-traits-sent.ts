import type { Check } from '../../../domain/check.ts';
import { judgePids, messageKinds, placeIn } from './reading/judge-messages.ts';
import { sentences } from './reading/sentences.ts';

/** A message that carries an INS carries birth date and sex too: an INS without its traits identifies nobody. */
export const check: Check = {
  title: {
    fr: 'Avec l’INS, la date de naissance et le sexe sont transmis',
    en: 'With the INS, birth date and sex are sent',
  },
  assertions: ['INS-HL7-009'],
  clauses: [
    { source: 'ANS volet transmission CDA en HL7v2 2.1.3', section: 'codes d’erreur, 905', trust: 'V' },
  ],
  reads: messageKinds,
  findings: {
    'trait-missing': sentences(
      '{champ} est vide alors que PID-3 porte une INS.',
      '{champ} is empty although PID-3 carries an INS.',
      'Transmettre tous les traits stricts avec le matricule.',
      'Send every strict trait along with the matricule.',
    ),
  },
  judge: (input) =>
    judgePids(input, ({ ins, segment, traits }) => {
      if (ins.length === 0) return undefined;
      return (
        [
          ['PID-7', traits.dateNaissance],
          ['PID-8', traits.sexe],
        ] as const
      )
        .filter(([, value]) => value === '')
        .map(([champ]) => ({ code: 'trait-missing', values: { champ }, ...placeIn(segment, champ) }));
    }),
};
