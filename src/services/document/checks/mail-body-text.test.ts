import { mailCase } from '../../../../tests/builders/build-mail.ts';
import { provesCheck } from '../../../../tests/builders/check-cases.ts';
import { check } from './mail-body-text.ts';

const text = 'Content-Type: text/plain; charset=utf-8';
const plain = `${text}\r\nContent-Transfer-Encoding: 8bit\r\n\r\nBonjour, voici un document.`;
const html = '--b\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>Bonjour</p>\r\n';
const alternative = (parts: string): string =>
  `Content-Type: multipart/alternative; boundary=b\r\n\r\n${parts}--b--`;

provesCheck(check, {
  ok: [
    mailCase('plain text'),
    mailCase('alternative', { edit: [[plain, alternative(`--b\r\n${plain}\r\n${html}`)]] }),
  ],
  ko: {
    'body-type-wrong': [
      mailCase('HTML only', { edit: [[text, 'Content-Type: text/html; charset=utf-8']] }),
      mailCase('HTML first', { edit: [[plain, alternative(html)]] }),
    ],
  },
});
