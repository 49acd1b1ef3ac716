import type { Check } from '../../../domain/check.ts';
import { judgeMessages, messageKinds, placeIn } from './reading/judge-messages.ts';
import { sentences } from './reading/sentences.ts';

/** Every line of the file is a segment of a message: no value breaks a line without being escaped. */
export const check: Check = {
  title: {
    fr: 'Chaque ligne est un segment',
    en: 'Every line is a segment',
  },
  assertions: ['MSS-RCV-010'],
  clauses: [{ source: 'HL7 v2.5', section: '2.5, 2.7', trust: 'V' }],
  reads: messageKinds,
  findings: {
    'not-a-segment': sentences(
      'La ligne commence par « {actual} », qui n’est pas un segment.',
      'The line starts with "{actual}", which is no segment.',
      'Échapper les fins de ligne des valeurs (\\.br\\) et fermer chaque segment par CR.',
      'Escape line ends in values (\\.br\\) and end each segment with CR.',
    ),
  },
  judge: (input) =>
    judgeMessages(input, ({ file, message }) =>
      // Strays belong to the file: told once, with its first message.
      message === file.messages[0]
        ? file.strays.map((stray) => ({
            code: 'not-a-segment',
            actual: stray.raw.slice(0, 20),
            ...placeIn(stray, ''),
          }))
        : [],
    ),
};
