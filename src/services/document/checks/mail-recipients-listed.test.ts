import { mailCase, type MailRecipe } from '../../../../tests/builders/build-mail.ts';
import { provesCheck, type CheckCase } from '../../../../tests/builders/check-cases.ts';
import { check } from './mail-recipients-listed.ts';

const sent = (name: string, recipe: MailRecipe): CheckCase => ({
  ...mailCase(name, recipe),
  options: { domaines: ['hopital.mssante.fr', 'patient.mssante.fr'] },
});

provesCheck(check, {
  ok: [
    sent('a listed domain', {}),
    sent('in capitals', { to: 'Secretariat@Hopital.MSSante.fr' }),
    sent('a citizen and a copy', {
      to: '279035121500084@patient.mssante.fr',
      headers: { Cc: 'dpi@hopital.mssante.fr' },
    }),
  ],
  ko: {
    'domain-not-listed': [
      sent('a public mailbox', { to: 'someone@mail.example' }),
      sent('one of two', { to: 'a@hopital.mssante.fr, b@cabinet.mssante.fr' }),
      sent('in copy', { headers: { Cc: 'someone@mail.example' } }),
      sent('a domain that ends alike', { to: 'a@autrehopital.mssante.fr' }),
      sent('a domain below', { to: 'a@x.hopital.mssante.fr' }),
    ],
  },
  apart: [sent('a mail to nobody', { headers: { To: null } })],
});
