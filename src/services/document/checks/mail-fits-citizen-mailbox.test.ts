import { mailCase } from '../../../../tests/builders/build-mail.ts';
import { provesCheck } from '../../../../tests/builders/check-cases.ts';
import { check } from './mail-fits-citizen-mailbox.ts';

const to = '279035121500084@patient.mssante.fr';

provesCheck(check, {
  ok: [mailCase('small', { to })],
  ko: {
    'mail-too-large': [
      mailCase('26 Mo of text', { to, edit: [['Bonjour', 'Bonjour '.repeat((26 * 1024 * 1024) / 8)]] }),
    ],
  },
});
