import { buildVihf, vihfCase } from '../../../../tests/builders/build-vihf.ts';
import { provesCheck } from '../../../../tests/builders/check-cases.ts';
import { check } from './vihf-single-assertion.ts';

const signature = (uri: string): string =>
  `</saml2:Issuer><ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:SignedInfo><ds:Reference URI="${uri}"/></ds:SignedInfo></ds:Signature>`;
const soap = (...assertions: readonly string[]): Buffer =>
  Buffer.from(
    `<s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope"><s:Header>${assertions.join('')}</s:Header></s:Envelope>`,
  );

provesCheck(check, {
  ok: [
    vihfCase('alone'),
    vihfCase('signature of itself', ['</saml2:Issuer>', signature('#_0d5f0f4e-7b5e-4a1c-9e0a-3a2c5d0c1111')]),
    { name: 'in a message', files: [soap(buildVihf())] },
  ],
  ko: {
    'assertion-count': [{ name: 'two', files: [soap(buildVihf(), buildVihf())] }],
    'assertion-version': [vihfCase('1.1', ['Version="2.0"', 'Version="1.1"'])],
    'assertion-id': [vihfCase('begins with a digit', ['ID="_0d5f', 'ID="0d5f'])],
    'signature-elsewhere': [vihfCase('another element', ['</saml2:Issuer>', signature('#other')])],
  },
});
