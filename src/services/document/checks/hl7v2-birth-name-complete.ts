import type { Check } from '../../../domain/check.ts';
import { judgePids, messageKinds, placeIn } from './reading/judge-messages.ts';
import { sentences } from './reading/sentences.ts';

/** With an INS, the birth-name repetition of PID-5 has family name and first given name. */
export const check: Check = {
  title: {
    fr: 'Avec l’INS, PID-5 de type L donne nom de naissance et premier prénom',
    en: 'With the INS, PID-5 of type L gives birth name and first given name',
  },
  assertions: ['INS-HL7-007'],
  clauses: [{ source: 'ANS hl7V2-exemples', section: 'PID-5', trust: 'V' }],
  reads: messageKinds,
  findings: {
    'no-birth-name': sentences(
      'Aucune répétition de PID-5 n’a le type L (nom de naissance).',
      'No repetition of PID-5 has the type L (birth name).',
      'Écrire L en PID-5.7 de la répétition qui porte le nom de naissance.',
      'Write L in PID-5.7 of the repetition that carries the birth name.',
    ),
    'name-part-missing': sentences(
      'Il manque {part} dans PID-5 de type L.',
      'PID-5 of type L lacks {part}.',
      'Remplir PID-5.1 (nom) et 5.2 (premier prénom).',
      'Fill PID-5.1 (name) and 5.2 (first given name).',
    ),
  },
  judge: (input) =>
    judgePids(input, (pid) => {
      if (pid.ins.length === 0) return undefined;
      const { birthNamePath: path, traits } = pid;
      if (path === undefined) return [{ code: 'no-birth-name', ...placeIn(pid.segment, 'PID-5') }];
      return [traits.nomNaissance, traits.premierPrenom].flatMap((text, index) =>
        text === ''
          ? [
              {
                code: 'name-part-missing',
                values: { part: `PID-5.${index + 1}` },
                ...placeIn(pid.segment, `${path}.${index + 1}`),
              },
            ]
          : [],
      );
    }),
};
