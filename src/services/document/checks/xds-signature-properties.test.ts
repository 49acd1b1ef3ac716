import { makeSigner } from '../../../../tests/builders/build-signature.ts';
import { buildFeeding, type XdmRecipe } from '../../../../tests/builders/build-xdm.ts';
import { provesCheck, type CheckCase } from '../../../../tests/builders/check-cases.ts';
import { check } from './xds-signature-properties.ts';

const seal = makeSigner();

function fed(name: string, signature: XdmRecipe['signature'] = {}): CheckCase {
  return { name, files: async () => [Buffer.from(buildFeeding({ signer: await seal, signature }))] };
}

const signed = (name: string, from: string | RegExp, to: string): CheckCase =>
  fed(name, { edit: (xml) => xml.replace(from, to) });

provesCheck(check, {
  ok: [
    fed('sealed'),
    fed('signed in summer time', { signingTime: '2026-06-11T10:35:00.000+02:00' }),
    signed('a later edition of XAdES', /01903\/v1\.1\.1#/g, '01903/v1.3.2#'),
  ],
  ko: {
    'properties-missing': [signed('no object', /<Object><QualifyingProperties.*<\/Object>/, '')],
    'target-wrong': [signed('another id', /(QualifyingProperties[^>]*Target=")#signature-1/, '$1#other')],
    'signing-time-wrong': [
      fed('no offset', { signingTime: '2026-06-11T10:35:00' }),
      fed('HL7 form', { signingTime: '20260611103500' }),
    ],
    'signing-certificate-missing': [
      signed('none', /<SigningCertificate>.*<\/SigningCertificate>/, ''),
      signed('digest of another', /(<CertDigest>.*?<DigestValue>)..../, '$1AAAA'),
    ],
    'issuer-serial-wrong': [
      signed('serial in hexadecimal', /(<X509SerialNumber[^>]*>)[^<]*/, '$11f2e3d4c5b6a7988'),
      signed('issuer of another', /(<X509IssuerName[^>]*>)[^<]*/, '$1CN=autre'),
    ],
    'policy-missing': [signed('none', /<SignaturePolicyIdentifier>.*<\/SignaturePolicyIdentifier>/, '')],
    'purpose-wrong': [
      signed(
        'another purpose',
        '1.2.840.10065.1.12.1.14</SignatureProperty',
        '1.2.840.10065.1.12.1.1</SignatureProperty',
      ),
      signed('none', /<Object><SignatureProperties>.*?<\/Object>/, ''),
    ],
  },
});
