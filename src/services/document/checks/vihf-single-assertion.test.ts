import { buildVihf, vihfCase } from '../../../../tests/builders/build-vihf.ts';
import { provesCheck } from '../../../../tests/builders/check-cases.ts';
import { check } from './vihf-single-assertion.ts';

const soap = (...assertions: readonly string[]): Buffer =>
  Buffer.from(
    `<s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope"><s:Header>${assertions.join('')}</s:Header></s:Envelope>`,
  );

provesCheck(check, {
  ok: [vihfCase('alone'), { name: 'in a message', files: [soap(buildVihf())] }],
  ko: {
    'assertion-count': [{ name: 'two', files: [soap(buildVihf(), buildVihf())] }],
    'assertion-version': [vihfCase('1.1', ['Version="2.0"', 'Version="1.1"'])],
    'assertion-id': [vihfCase('begins with a digit', ['ID="_0d5f', 'ID="0d5f'])],
  },
});
