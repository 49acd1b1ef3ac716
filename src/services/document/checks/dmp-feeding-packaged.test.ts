import { buildDmpRequest, packageFeeding } from '../../../../tests/builders/build-dmp-request.ts';
import { buildFeeding } from '../../../../tests/builders/build-xdm.ts';
import { provesCheck } from '../../../../tests/builders/check-cases.ts';
import { check } from './dmp-feeding-packaged.ts';

const feeding = buildDmpRequest('TD2.1');
const inline = feeding.replace(/<i:Include[^>]*>/, 'QUJD');
const http =
  'POST /repository HTTP/1.1\r\nContent-Type: multipart/related; boundary=b; type="application/xop+xml"\r\n\r\n';
const made = (name: string, file: Buffer | string) => ({ name, files: [Buffer.from(file)] });

provesCheck(check, {
  ok: [
    made('the body of a message with its part', packageFeeding(feeding)),
    made('the whole message', Buffer.concat([Buffer.from(http), packageFeeding(feeding)])),
  ],
  ko: {
    'document-inline': [
      made('base64 in the envelope', buildFeeding()),
      made('base64 in a package', packageFeeding(inline)),
      made('base64 that cannot be decoded', packageFeeding(inline.replace('QUJD', '*'))),
    ],
    'part-missing': [
      made('another Content-ID', packageFeeding(feeding.replace('doc%401', 'doc%402'))),
      made('no cid', packageFeeding(feeding.replace('cid:doc%401', 'doc@1'))),
    ],
  },
  apart: [made('the envelope alone, as a log keeps it', feeding), made('a query', buildDmpRequest('TD3.1a'))],
});
