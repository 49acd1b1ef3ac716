import {
  makeSigner,
  signAssertion,
  type AssertionSignature,
} from '../../../../tests/builders/build-signature.ts';
import { buildVihf } from '../../../../tests/builders/build-vihf.ts';
import { applyEdits, type Edit } from '../../../../tests/builders/build-xdm.ts';
import { provesCheck, type CheckCase } from '../../../../tests/builders/check-cases.ts';
import { check } from './vihf-signature-covers-assertion.ts';

const seal = makeSigner();
const stranger = makeSigner({ subject: 'CN=autre' });

/** A signed assertion, then edited. */
function signed(name: string, edits: readonly Edit[] = [], options: AssertionSignature = {}): CheckCase {
  return {
    name,
    files: async () => [Buffer.from(applyEdits(signAssertion(buildVihf(), await seal, options), edits))],
  };
}

const id = '_0d5f0f4e-7b5e-4a1c-9e0a-3a2c5d0c1111';

provesCheck(check, {
  ok: [
    signed('sealed'),
    signed('RSA and SHA-1 as in the samples', [], {
      method: 'http://www.w3.org/2000/09/xmldsig#rsa-sha1',
      digest: 'http://www.w3.org/2000/09/xmldsig#sha1',
    }),
    {
      name: 'inside of a message',
      files: async () => [
        Buffer.from(
          `<s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope"><s:Header>${signAssertion(buildVihf(), await seal)}</s:Header></s:Envelope>`,
        ),
      ],
    },
  ],
  ko: {
    'signature-missing': [{ name: 'as built', files: [Buffer.from(buildVihf())] }],
    'reference-count': [signed('none', [[/<ds:Reference .*<\/ds:Reference>/, '']])],
    'signature-elsewhere': [
      signed('the subject alone', [], { signed: "//*[local-name()='Subject']" }),
      { ...signed('no such element', [[`URI="#${id}"`, 'URI="#gone"']]), also: ['signature-wrong'] },
    ],
    'id-ambiguous': [
      {
        name: 'wrapped beside an element of the same id',
        files: async () => [
          Buffer.from(
            `<s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope"><s:Header>${signAssertion(buildVihf(), await seal)}</s:Header><s:Body ID="${id}"/></s:Envelope>`,
          ),
        ],
      },
    ],
    'transform-not-allowed': [
      signed('inclusive form', [], {
        transforms: [
          'http://www.w3.org/2000/09/xmldsig#enveloped-signature',
          'http://www.w3.org/TR/2001/REC-xml-c14n-20010315',
        ],
      }),
    ],
    'digest-wrong': [
      signed('one attribute changed after signing', [['>DIRECTE<', '>INDIRECTE<']]),
      signed('the patient changed after signing', [
        ['<saml2:AttributeValue>279035121500084', '<saml2:AttributeValue>185067505600033'],
      ]),
    ],
    'certificate-missing': [
      signed('no KeyInfo', [], { certificate: false }),
      signed('damaged', [[/<ds:X509Certificate>..../, '<ds:X509Certificate>AAAA']]),
    ],
    'signature-wrong': [
      {
        name: 'the certificate of another key',
        files: async () => {
          const xml = signAssertion(buildVihf(), await seal);
          const other = (await stranger).der.toString('base64');
          return [Buffer.from(applyEdits(xml, [[(await seal).der.toString('base64'), other]]))];
        },
      },
    ],
    'algorithm-unsupported': [
      {
        ...signed('unknown digest', [['http://www.w3.org/2001/04/xmlenc#sha256', 'urn:sha']]),
        also: ['signature-wrong'],
      },
      signed('unknown signature', [['http://www.w3.org/2001/04/xmldsig-more#rsa-sha256', 'urn:rsa']]),
    ],
  },
});
