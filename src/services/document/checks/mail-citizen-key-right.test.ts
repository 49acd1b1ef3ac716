import { mailCase } from '../../../../tests/builders/build-mail.ts';
import { provesCheck } from '../../../../tests/builders/check-cases.ts';
import { check } from './mail-citizen-key-right.ts';

provesCheck(check, {
  ok: [mailCase('right', { to: '279035121500084@patient.mssante.fr' })],
  apart: [mailCase('a professional'), mailCase('no matricule', { to: 'zz@patient.mssante.fr' })],
  ko: {
    'key-wrong': [mailCase('one off', { to: '279035121500085@patient.mssante.fr' })],
  },
});
