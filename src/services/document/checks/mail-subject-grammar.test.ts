import { provesCheck } from '../../../../tests/builders/check-cases.ts';
import { mailCase } from '../../../../tests/builders/build-mail.ts';
import { check } from './mail-subject-grammar.ts';

provesCheck(check, {
  apart: [
    mailCase('what could not be integrated, returned', {
      subject: '[KO Intégration système !][902] XDM/1.0/DDM+CR ZZTEST Paul',
    }),
  ],
  ok: [
    mailCase('conforming'),
    mailCase('no birth date', { subject: 'XDM/1.0/DDM+CR hospitalier ZZTEST-ALPHA DOMINIQUE' }),
    mailCase('accents in the label', {
      subject: 'XDM/1.0/DDM+CR d’imagerie médicale ZZTEST-ALPHA DOMINIQUE 28/03/1979',
    }),
    mailCase('text only', { xdm: null, subject: 'Bonjour docteur' }),
  ],
  ko: {
    'subject-marker-missing': [
      mailCase('free subject', { subject: 'Resultats ZZTEST-ALPHA' }),
      mailCase('mention first', { subject: '[Annule et remplace] XDM/1.0/DDM+CR ZZTEST-ALPHA DOMINIQUE' }),
    ],
    'subject-grammar': [
      mailCase('ISO date', { subject: 'XDM/1.0/DDM+CR hospitalier ZZTEST-ALPHA DOMINIQUE 1979-03-28' }),
      mailCase('name in small letters', {
        subject: 'XDM/1.0/DDM+Lettre de sortie zztest dominique 28/03/1979',
      }),
      mailCase('label only', { subject: 'XDM/1.0/DDM+CR' }),
    ],
    'subject-marker-undue': [mailCase('text only', { xdm: null })],
  },
});
