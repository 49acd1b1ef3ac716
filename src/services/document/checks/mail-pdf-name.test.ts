import { mailCase, wrappedPdf } from '../../../../tests/builders/build-mail.ts';
import { provesCheck } from '../../../../tests/builders/check-cases.ts';
import { check } from './mail-pdf-name.ts';

const named = (name: string): ReturnType<typeof mailCase> => mailCase(name, { pdfs: [[name, wrappedPdf]] });

provesCheck(check, {
  ok: [
    mailCase('named by the rule'),
    named("20260608_CR d'imagerie médicale_ZZTEST-ALPHA_DOMINIQUE.pdf"),
    named('20260611_CR_ZZTEST-ALPHA_Dominique_12345.pdf'),
  ],
  ko: {
    'pdf-name-form': [
      named('cr.pdf'),
      named('20260608 CR ZZTEST-ALPHA DOMINIQUE.pdf'),
      named('20260608_CR_d_imagerie_medicale_ZZTEST-ALPHA_DOMINIQUE.pdf'),
    ],
  },
});
