import { makeSigner } from '../../../../tests/builders/build-signature.ts';
import { buildFeeding, buildXdm, type Edit } from '../../../../tests/builders/build-xdm.ts';
import { provesCheck, type CheckCase } from '../../../../tests/builders/check-cases.ts';
import { check } from './xds-signature-entry.ts';

const seal = makeSigner();

function fed(name: string, ...edit: readonly Edit[]): CheckCase {
  return { name, files: async () => [Buffer.from(buildFeeding({ signer: await seal, edit }))] };
}

provesCheck(check, {
  ok: [
    fed('fixed codes'),
    { name: 'in an archive', files: async () => [await buildXdm({ signer: await seal })] },
  ],
  ko: {
    'signature-code-wrong': [
      fed('class of a report', [
        'nodeRepresentation="urn:oid:1.3.6.1.4.1.19376.1.2.1.1.1"',
        'nodeRepresentation="10"',
      ]),
      fed('French', ['<Value>art</Value>', '<Value>fr-FR</Value>']),
      fed('visible to professionals', [
        /<Classification [^>]*nodeRepresentation="MASQUE_PS".*?<\/Classification>/,
        '',
      ]),
      fed('no event', [/<Classification [^>]*nodeRepresentation="1\.2\.840\.10065.*?<\/Classification>/, '']),
      fed('other scheme', ['<Value>ASTM</Value>', '<Value>2.16.840.1.113883.6.1</Value>']),
    ],
    'signs-missing': [
      fed('none', [/<Association id="sg1".*?<\/Association>/, '']),
      fed('signs a document', [
        'sourceObject="Signature01" targetObject="SubmissionSet01"></A',
        'sourceObject="Signature01" targetObject="Document01"></A',
      ]),
    ],
  },
});
