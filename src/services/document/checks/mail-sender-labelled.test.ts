import { mailCase } from '../../../../tests/builders/build-mail.ts';
import { provesCheck } from '../../../../tests/builders/check-cases.ts';
import { check } from './mail-sender-labelled.ts';

const from = (value: string | null) => ({ headers: { From: value } });

provesCheck(check, {
  ok: [
    mailCase('a person'),
    mailCase('a service, encoded', from('=?UTF-8?Q?H=C3=B4pital_A?= <cardio@hopital.mssante.fr>')),
  ],
  ko: {
    'sender-missing': [mailCase('none', from(null))],
    'sender-unlabelled': [
      mailCase('an address', from('camille.zzmedecin@medecin.mssante.fr')),
      mailCase('the address as a label', from('"a@x.fr" <a@x.fr>')),
    ],
  },
});
