import { mailCase } from '../../../../tests/builders/build-mail.ts';
import { provesCheck } from '../../../../tests/builders/check-cases.ts';
import { check } from './mail-message-id-anonymous.ts';

const id = (value: string) => ({ headers: { 'Message-ID': value } });

provesCheck(check, {
  ok: [mailCase('random')],
  ko: {
    'message-id-names-patient': [
      mailCase('matricule', id('<279035121500084.1@medecin.mssante.fr>')),
      mailCase('name', id('<cr-zztest-alpha-1@medecin.mssante.fr>')),
    ],
  },
});
