import { cdaCase, letters } from '../../../../tests/builders/cda-case.ts';
import { provesCheck } from '../../../../tests/builders/check-cases.ts';
import { check } from './cda-ins-traits-complete.ts';

provesCheck(check, {
  ok: [letters('complete', {})],
  ko: {
    'patient-count': [cdaCase('none', [/<recordTarget>[\s\S]*<\/recordTarget>/, ''])],
    'ins-not-first': [
      cdaCase('after the local number', [
        /(<id extension="279\d+"[^>]*>)(\s*)(<id [^>]*>)/,
        '<id extension="0001234567" root="1.2.250.1.999.1.1.1"/><id extension="279035121500084" root="1.2.250.1.213.1.4.10"/>',
      ]),
    ],
    'trait-missing': [
      cdaCase('county', ['<county>51215</county>', '']),
      cdaCase('family BR', ['<family qualifier="BR">', '<family qualifier="CL">']),
      cdaCase('list of given names', [/<given>DOMINIQUE MARIE-LOUISE<\/given>/, '']),
      cdaCase('first given name', ['<given qualifier="BR">', '<given qualifier="CL">']),
      cdaCase('birth date', ['<birthTime value="19790328"/>', '<birthTime nullFlavor="UNK"/>']),
      cdaCase('sex', ['administrativeGenderCode code="F"', 'administrativeGenderCode nullFlavor="UNK"']),
      cdaCase('matricule', ['id extension="279035121500084"', 'id']),
    ],
  },
});
