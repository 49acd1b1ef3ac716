import { provesCheck } from '../../../../tests/builders/check-cases.ts';
import { mailCase } from '../../../../tests/builders/build-mail.ts';
import { check } from './mail-subject-says-document.ts';

const long = 'Lettre de liaison a la sortie d’un établissement de santé';

provesCheck(check, {
  ok: [
    mailCase('one document'),
    mailCase('two documents', {
      xdm: { documents: [{}, { id: '2.25.2' }] },
      subject: 'XDM/1.0/DDM+2 documents ZZTEST-ALPHA Dominique 28/03/1979',
    }),
    mailCase('label cut at 40 characters', {
      xdm: { documents: [{ displayName: long }] },
      subject: `XDM/1.0/DDM+${long.slice(0, 40)} ZZTEST-ALPHA DOMINIQUE`,
    }),
  ],
  ko: {
    'subject-label-wrong': [
      mailCase('free title', { subject: 'XDM/1.0/DDM+Mon document ZZTEST-ALPHA DOMINIQUE' }),
      mailCase('one label for two', { xdm: { documents: [{}, { id: '2.25.2' }] } }),
    ],
    'subject-name-wrong': [
      mailCase('another patient', { subject: 'XDM/1.0/DDM+CR hospitalier ZZTEST-BETA DOMINIQUE' }),
      mailCase('second given name', { subject: 'XDM/1.0/DDM+CR hospitalier ZZTEST-ALPHA MARIE' }),
    ],
    'subject-birth-date-wrong': [
      mailCase('another day', { subject: 'XDM/1.0/DDM+CR hospitalier ZZTEST-ALPHA DOMINIQUE 29/03/1979' }),
    ],
  },
});
