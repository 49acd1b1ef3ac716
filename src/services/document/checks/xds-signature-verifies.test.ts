import { makeSigner } from '../../../../tests/builders/build-signature.ts';
import { buildFeeding, buildXdm, type XdmRecipe } from '../../../../tests/builders/build-xdm.ts';
import { provesCheck, type CheckCase } from '../../../../tests/builders/check-cases.ts';
import { check } from './xds-signature-verifies.ts';

const seal = makeSigner();
const stranger = makeSigner({ subject: 'CN=autre' });

function fed(name: string, signature: XdmRecipe['signature'] = {}): CheckCase {
  return { name, files: async () => [Buffer.from(buildFeeding({ signer: await seal, signature }))] };
}

provesCheck(check, {
  ok: [fed('sealed'), { name: 'in an archive', files: async () => [await buildXdm({ signer: await seal })] }],
  ko: {
    'manifest-not-signed': [
      fed('reference left out before signing', {
        edit: (xml) => xml.replace(/<Reference URI="#IHEManifest".*?<\/Reference>/, ''),
      }),
    ],
    'properties-not-signed': [
      fed('reference left out before signing', {
        edit: (xml) => xml.replace(/<Reference URI="#S0-SignedProperties".*?<\/Reference>/, ''),
      }),
    ],
    'reference-unresolved': [
      fed('two manifests of one id', {
        tamper: (xml) =>
          xml.replace('</Signature>', '<Object><Manifest Id="IHEManifest"/></Object></Signature>'),
      }),
      {
        ...fed('no such element', { edit: (xml) => xml.replace('Id="IHEManifest"', 'Id="Other"') }),
        also: ['manifest-not-signed'],
      },
    ],
    'digest-wrong': [
      fed('signing time changed', { tamper: (xml) => xml.replace('2026-06-11T08:35', '2026-06-12T08:35') }),
      fed('manifest changed', { tamper: (xml) => xml.replace('AA==', 'AQ==') }),
    ],
    'certificate-missing': [
      fed('no KeyInfo', { tamper: (xml) => xml.replace(/<KeyInfo>.*<\/KeyInfo>/, '') }),
    ],
    'signature-wrong': [
      {
        name: 'certificate of another key',
        files: async () => {
          const [own, other] = [await seal, await stranger];
          const swap = (xml: string): string =>
            xml.replace(own.der.toString('base64'), other.der.toString('base64'));
          return [Buffer.from(buildFeeding({ signer: own, signature: { tamper: swap } }))];
        },
      },
      fed('SignedInfo changed', {
        tamper: (xml) => xml.replace('<SignedInfo>', '<SignedInfo Id="late">'),
      }),
    ],
    'algorithm-unsupported': [
      fed('unknown signature', { tamper: (xml) => xml.replace('xmldsig#rsa-sha1', 'xmldsig#other') }),
      {
        ...fed('unknown digest', {
          tamper: (xml) =>
            xml.replace(
              '<DigestMethod Algorithm="http://www.w3.org/2000/09/xmldsig#sha1"',
              '<DigestMethod Algorithm="urn:sha"',
            ),
        }),
        also: ['signature-wrong'],
      },
    ],
  },
});
