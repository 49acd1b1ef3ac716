import { buildMail, mailCase } from '../../../../tests/builders/build-mail.ts';
import { provesCheck } from '../../../../tests/builders/check-cases.ts';
import { check } from './mail-reply-linked.ts';

const reply = (inReplyTo: string | null, references: string | null) => ({
  xdm: null,
  subject: 'RE: Avis',
  headers: { 'Message-ID': '<3@x.fr>', 'In-Reply-To': inReplyTo, References: references },
});
const first = { headers: { 'Message-ID': '<2@x.fr>', References: '<1@x.fr>' } };

provesCheck(check, {
  ok: [
    mailCase('linked', reply('<2@x.fr>', '<1@x.fr>\r\n <2@x.fr>')),
    {
      name: 'after the mail that it answers',
      files: async () => [await buildMail(reply('<2@x.fr>', '<1@x.fr> <2@x.fr>')), await buildMail(first)],
    },
  ],
  ko: {
    'in-reply-to-missing': [
      mailCase('only a subject', reply(null, null)),
      mailCase('no message id', reply('Avis du 11/06', '<2@x.fr>')),
    ],
    'references-missing': [
      mailCase('none', reply('<2@x.fr>', null)),
      mailCase('another thread', reply('<2@x.fr>', '<1@x.fr>')),
    ],
    'thread-lost': [
      {
        name: 'only the last one',
        files: async () => [await buildMail(first), await buildMail(reply('<2@x.fr>', '<2@x.fr>'))],
      },
    ],
  },
});
