import { mailCase } from '../../../../tests/builders/build-mail.ts';
import { provesCheck } from '../../../../tests/builders/check-cases.ts';
import { check } from './mail-end-of-exchange-to-citizen.ts';

const headers = { 'X-MSS-MES': 'FIN' };

provesCheck(check, {
  ok: [mailCase('to a citizen', { to: '279035121500084@patient.mssante.fr', headers })],
  ko: { 'end-without-citizen': [mailCase('to a professional', { headers })] },
});
