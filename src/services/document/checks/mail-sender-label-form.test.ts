import { mailCase } from '../../../../tests/builders/build-mail.ts';
import { provesCheck } from '../../../../tests/builders/check-cases.ts';
import { check } from './mail-sender-label-form.ts';

const from = (label: string) => ({ headers: { From: `"${label}" <x@x.mssante.fr>` } });

provesCheck(check, {
  ok: [
    mailCase('title, given name, name'),
    mailCase('all four', from('Dr_Marie_MARTIN_Cabinet Medical')),
    mailCase('given name and name', from("Jean-Luc_D'HERAULT")),
    mailCase('a service', from('Hopital A - Service Cardiologie')),
  ],
  ko: {
    'label-form': [
      mailCase('spaces', from('Dr Marie Martin')),
      mailCase('name in lower case', from('Dr_Marie_Martin')),
      mailCase('name first', from('MARTIN_Marie')),
      mailCase('an empty field', from('_Marie_MARTIN_')),
    ],
  },
});
