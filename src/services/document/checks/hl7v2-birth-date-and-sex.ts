import type { Check } from '../../../domain/check.ts';
import { parseBirthDate } from '../../../formats/ins/birth-date.ts';
import { judgePids, messageKinds, placeIn } from './reading/judge-messages.ts';
import { sentences } from './reading/sentences.ts';

/** With an INS, the birth date is a whole calendar date and the sex one that INSi gives. */
export const check: Check = {
  title: {
    fr: 'Avec l’INS, date de naissance complète et sexe F ou M',
    en: 'With the INS, a whole birth date and sex F or M',
  },
  assertions: ['INS-HL7-009'],
  clauses: [{ source: 'Forme déduite des traits INS', trust: 'R' }],
  reads: messageKinds,
  findings: {
    'birth-date': sentences(
      'PID-7 vaut « {actual} » : ce n’est pas une date AAAAMMJJ complète et réelle.',
      'PID-7 is "{actual}": not a whole and real date YYYYMMDD.',
      'Transmettre la date de naissance des traits INS, huit chiffres, sans 00.',
      'Send the birth date of the INS traits, eight digits, no 00.',
    ),
    sex: sentences(
      'PID-8 vaut « {actual} », F ou M attendu.',
      'PID-8 is "{actual}", F or M is expected.',
      'Transmettre le sexe des traits INS.',
      'Send the sex of the INS traits.',
    ),
  },
  judge: (input) =>
    judgePids(input, (pid) => {
      if (pid.ins.length === 0) return undefined;
      const { dateNaissance, sexe } = pid.traits;
      const whole = /^\d{8}/.test(dateNaissance) && parseBirthDate(dateNaissance.slice(0, 8))?.complete;
      return [
        ...(whole === true
          ? []
          : [{ code: 'birth-date', actual: dateNaissance, ...placeIn(pid.segment, 'PID-7') }]),
        ...(/^[FM]$/.test(sexe) ? [] : [{ code: 'sex', actual: sexe, ...placeIn(pid.segment, 'PID-8') }]),
      ];
    }),
};
