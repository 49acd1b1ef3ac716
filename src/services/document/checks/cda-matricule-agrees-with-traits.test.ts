import { cdaCase, letters } from '../../../../tests/builders/cda-case.ts';
import { provesCheck } from '../../../../tests/builders/check-cases.ts';
import { check } from './cda-matricule-agrees-with-traits.ts';

provesCheck(check, {
  ok: [
    letters('a woman', {}),
    cdaCase('sex not known', ['administrativeGenderCode code="F"', 'administrativeGenderCode code="UN"']),
  ],
  apart: [
    cdaCase('no INS', ['root="1.2.250.1.213.1.4.10"', 'root="1.2.250.1.999.1.1.2"']),
    cdaCase('no matricule', ['extension="279035121500084"', 'extension="27903512150"']),
  ],
  ko: {
    'sex-differs': [
      cdaCase('2… with M', ['administrativeGenderCode code="F"', 'administrativeGenderCode code="M"']),
    ],
    'year-differs': [cdaCase('1980', ['birthTime value="1979', 'birthTime value="1980'])],
    'month-differs': [cdaCase('April', ['birthTime value="197903', 'birthTime value="197904'])],
    'place-differs': [cdaCase('elsewhere', ['<county>51215<', '<county>63220<'])],
  },
});
