import { buildMail, mailCase, receiptCase } from '../../../../tests/builders/build-mail.ts';
import { provesCheck } from '../../../../tests/builders/check-cases.ts';
import { check } from './mail-message-id.ts';

const id = (value: string | null) => ({ headers: { 'Message-ID': value } });

provesCheck(check, {
  ok: [
    mailCase('its own'),
    mailCase('a domain literal', id('<a.b+c@[192.0.2.1]>')),
    receiptCase('a receipt'),
    {
      name: 'the same mail twice, another mail',
      files: async () => [await buildMail(), await buildMail(), await buildMail(id('<2@x.fr>'))],
    },
  ],
  ko: {
    'message-id-missing': [mailCase('none', id(null))],
    'message-id-repeated': [mailCase('two', id('<1@x.fr>\r\nMessage-ID: <2@x.fr>'))],
    'message-id-malformed': [
      mailCase('no domain', id('<5d2c9a10>')),
      mailCase('no brackets', id('5d2c9a10@x.fr')),
      mailCase('a space inside', id('< 5d2c9a10@x.fr >')),
      mailCase('two dots', id('<a..b@x.fr>')),
    ],
    'message-id-reused': [
      {
        name: 'two subjects',
        files: async () => [await buildMail(), await buildMail({ subject: 'Autre' })],
      },
    ],
  },
});
