import { describe, expect, it } from 'vitest';
import { readPackaged } from './packaged-message.ts';

const body =
  '--b\r\nContent-Type: application/xop+xml\r\nContent-ID: <root>\r\n\r\n<a/>\r\n--b\r\nContent-ID: <p@1>\r\n\r\nbytes\r\n--b--\r\n';
const headers = 'Content-Type: multipart/related; boundary=b; type="application/xop+xml"; start="<root>"\r\n';
const text = (bytes: Uint8Array | undefined): string => Buffer.from(bytes ?? []).toString('latin1');

describe('readPackaged', () => {
  it.each([
    ['the body alone', body],
    ['the body after blank lines', `\r\n${body}`],
    ['the body of a boundary in quotes', body.replaceAll('--b', '--"b')],
    ['headers, then the body', `${headers}Host: x\r\n\r\n${body}`],
    ['a request line, headers, then the body', `POST /a HTTP/1.1\r\nHost: x\r\n${headers}\r\n${body}`],
    ['an answer', `HTTP/1.1 200 OK\r\n${headers}\r\n${body}`],
    ['bare line feeds', `${headers}\r\n${body}`.replaceAll('\r\n', '\n')],
  ])('reads %s', (_name, message) => {
    const related = readPackaged(Buffer.from(message));
    expect(text(related?.root?.bytes)).toBe('<a/>');
    expect(related?.parts.map((part) => [part.contentId, text(part.bytes)])).toEqual([
      ['root', '<a/>'],
      ['p@1', 'bytes'],
    ]);
  });

  it.each([
    ['nothing', ''],
    ['a mail', 'From: a@x\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nx\r\n--b--'],
    [
      'a related type that only a later part has',
      `From: a@x\r\nContent-Type: text/plain\r\n\r\n${headers}\r\n${body}`,
    ],
    ['a boundary that no part follows', '--b\r\ntext'],
    ['no boundary in the headers', 'Content-Type: multipart/related\r\n\r\n--b\r\n\r\nx'],
    ['a start that no part has', `${headers.replace('root', 'other')}\r\n${body}`],
  ])('leaves %s', (_name, message) => {
    expect(readPackaged(Buffer.from(message))).toBeUndefined();
  });
});
