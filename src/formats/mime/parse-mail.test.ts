import fc from 'fast-check';
import PostalMime from 'postal-mime';
import { describe, expect, it } from 'vitest';
import { parseMail } from './parse-mail.ts';

const lines = (...all: string[]): Buffer => Buffer.from(all.join('\r\n'), 'latin1');

const nested = lines(
  'From: =?UTF-8?Q?Dr=5FH=C3=A9l=C3=A8ne=5FZZTEST?= <helene@medecin.mssante.fr>',
  'To: ok@hopital.mssante.fr, "Doe, J" <j@hopital.mssante.fr>',
  'Subject: XDM/1.0/DDM+=?UTF-8?B?Q1IgZOKAmWltYWdlcmll?=',
  ' ZZTEST Paul',
  'MIME-Version: 1.0',
  'Content-Type: multipart/mixed; boundary="a b"',
  '',
  'preamble',
  '--a b',
  'Content-Type: multipart/alternative; boundary=inner',
  '',
  '--inner',
  'Content-Type: text/plain; charset=utf-8',
  'Content-Transfer-Encoding: quoted-printable',
  '',
  'Bonjour =C3=A9=',
  't=C3=A9',
  '--inner',
  'Content-Type: text/html; charset=utf-8',
  '',
  '<p>x</p>',
  '--inner--',
  '--a b',
  'Content-Type: application/pdf',
  "Content-Disposition: attachment; filename*0*=UTF-8''20220531_CR%20d%27imagerie; filename*1*=%20m%C3%A9dicale.pdf",
  'Content-Transfer-Encoding: base64',
  '',
  'JVBE',
  'Ri0x',
  '--a b--',
  'epilogue',
);

describe('parseMail', () => {
  it('reads headers, texts and attachments of a nested mail', () => {
    const mail = parseMail(nested);
    expect(mail.problems).toEqual([]);
    expect(mail.from).toEqual([{ label: 'Dr_Hélène_ZZTEST', address: 'helene@medecin.mssante.fr' }]);
    expect(mail.to.map((mailbox) => mailbox.address)).toEqual([
      'ok@hopital.mssante.fr',
      'j@hopital.mssante.fr',
    ]);
    expect(mail.subject).toBe('XDM/1.0/DDM+CR d’imagerie ZZTEST Paul');
    expect(mail.texts.map(({ part, text }) => [part.path, text])).toEqual([
      ['1.1', 'Bonjour été'],
      ['1.2', '<p>x</p>'],
    ]);
    expect(mail.attachments.map((file) => [file.name, Buffer.from(file.bytes).toString()])).toEqual([
      ["20220531_CR d'imagerie médicale.pdf", '%PDF-1'],
    ]);
    const [from, to] = mail.attachments[0]!.range;
    expect(nested.toString('latin1', from, to)).toBe('JVBE\r\nRi0x');
  });

  it('agrees with postal-mime', async () => {
    const oracle = await PostalMime.parse(nested);
    const mail = parseMail(nested);
    expect(mail.subject).toBe(oracle.subject);
    expect(mail.attachments[0]!.name).toBe(oracle.attachments[0]!.filename);
    expect(mail.texts[0]!.text.trim()).toBe(oracle.text?.trim());
  });

  it('tells what is broken and goes on', () => {
    const codes = (...all: string[]): string[] =>
      parseMail(lines(...all)).problems.map((problem) => problem.code);
    expect(codes('Content-Type: multipart/mixed', '', 'x')).toEqual(['mime-boundary-missing']);
    expect(codes('Content-Type: multipart/mixed; boundary=a', '', '--a', '', 'x')).toEqual([
      'mime-boundary-unclosed',
    ]);
    expect(codes('no colon here', '', 'x')).toEqual(['mime-header-malformed']);
  });

  it('stops at the depth and part limits', () => {
    let deep = 'leaf';
    for (let level = 0; level < 30; level += 1) {
      const boundary = `b${level}b`;
      deep = `Content-Type: multipart/mixed; boundary=${boundary}\r\n\r\n--${boundary}\r\n${deep}\r\n--${boundary}--\r\n`;
    }
    expect(parseMail(Buffer.from(deep)).problems.map((problem) => problem.code)).toEqual(['mime-too-deep']);
    const wide = `Content-Type: multipart/mixed; boundary=a\r\n\r\n${'--a\r\n\r\nx\r\n'.repeat(5_000)}--a--`;
    expect(parseMail(Buffer.from(wide)).problems.map((problem) => problem.code)).toEqual([
      'mime-too-many-parts',
    ]);
  });

  it('reads Cp1252 text and raw 8-bit names without failing', () => {
    const mail = parseMail(
      Buffer.concat([
        lines(
          'Content-Type: multipart/mixed; boundary=a',
          '',
          '--a',
          'Content-Type: text/plain; charset=windows-1252',
          '',
          '',
        ),
        Buffer.from([0x80, 0xe9]),
        lines('', '--a', 'Content-Type: application/pdf; name="é.pdf"', '', 'x', '--a--'),
      ]),
    );
    expect(mail.texts[0]!.text).toBe('€é');
    expect(mail.attachments[0]!.part.contentType.rawParameters).toEqual(['name']);
  });

  it('never throws and stays fast', () => {
    fc.assert(
      fc.property(
        fc.nat(nested.length - 1),
        fc.integer({ min: 0, max: 255 }),
        fc.nat(nested.length),
        (at, byte, cut) => {
          const damaged = Buffer.from(nested);
          damaged[at] = byte;
          parseMail(damaged);
          parseMail(damaged.subarray(0, cut));
        },
      ),
      { numRuns: 500 },
    );
    const started = performance.now();
    parseMail(Buffer.from(`Content-Type: multipart/mixed; boundary=a\r\n\r\n${'--a'.repeat(1_000_000)}`));
    parseMail(Buffer.from(`Content-Transfer-Encoding: quoted-printable\r\n\r\n${' '.repeat(3_000_000)}`));
    expect(performance.now() - started).toBeLessThan(4_000);
  });
});
