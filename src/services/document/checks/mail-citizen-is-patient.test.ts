import { mailCase } from '../../../../tests/builders/build-mail.ts';
import { provesCheck } from '../../../../tests/builders/check-cases.ts';
import { check } from './mail-citizen-is-patient.ts';

provesCheck(check, {
  ok: [mailCase('the patient', { to: '279035121500084@patient.mssante.fr' })],
  ko: {
    'citizen-address-malformed': [
      mailCase('thirteen digits', { to: '2790351215000@patient.mssante.fr' }),
      mailCase('a name', { to: 'dominique.zztest@patient.mssante.fr' }),
    ],
    'citizen-not-patient': [mailCase('another patient', { to: '185067505600033@patient.mssante.fr' })],
  },
});
