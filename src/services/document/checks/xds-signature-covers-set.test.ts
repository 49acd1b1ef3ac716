import { makeSigner } from '../../../../tests/builders/build-signature.ts';
import { buildPackagedFeeding } from '../../../../tests/builders/build-dmp-request.ts';
import { buildVihf } from '../../../../tests/builders/build-vihf.ts';
import { buildFeeding, buildXdm, type XdmRecipe } from '../../../../tests/builders/build-xdm.ts';
import { provesCheck, type CheckCase } from '../../../../tests/builders/check-cases.ts';
import { check } from './xds-signature-covers-set.ts';

const seal = makeSigner();

function fed(name: string, recipe: Omit<XdmRecipe, 'signer'> = {}): CheckCase {
  return { name, files: async () => [Buffer.from(buildFeeding({ ...recipe, signer: await seal }))] };
}

const signed = (tamper: (xml: string) => string): Omit<XdmRecipe, 'signer'> => ({ signature: { tamper } });
const two = [{}, { id: '2.25.2', level: 3 }] as const;

provesCheck(check, {
  ok: [
    fed('one document'),
    fed('two documents', { documents: two }),
    {
      name: 'a message captured with its parts',
      files: async () => [buildPackagedFeeding({ documents: two, signer: await seal }, buildVihf())],
    },
    {
      name: 'an archive that holds its signature',
      files: async () => [await buildXdm({ documents: two, signer: await seal })],
    },
  ],
  ko: {
    'signature-missing': [{ name: 'unsigned feeding', files: [Buffer.from(buildFeeding())] }],
    'signature-unreadable': [
      fed(
        'cut',
        signed((xml) => xml.slice(0, 900)),
      ),
      fed(
        'another root',
        signed((xml) => xml.replace(/Signature(?= xmlns|>$)/g, 'Other')),
      ),
    ],
    'manifest-missing': [
      fed(
        'other id',
        signed((xml) => xml.replace('Id="IHEManifest"', 'Id="Manifest"')),
      ),
    ],
    'set-not-listed': [
      fed(
        'set of another sending',
        signed((xml) => xml.replace('urn:oid:2.25.2790351215009"', 'urn:oid:2.25.1"')),
      ),
    ],
    'set-digest-wrong': [
      fed(
        'a digest',
        signed((xml) => xml.replace('AA==', '2jmj7l5rSw0yVb/vlWAYkK/YBwk=')),
      ),
    ],
    'document-not-listed': [
      fed('second document left out', {
        documents: two,
        ...signed((xml) => xml.replace(/<Reference URI="urn:oid:2\.25\.2">.*?<\/Reference>/, '')),
      }),
    ],
    'document-digest-wrong': [
      fed(
        'another digest',
        signed((xml) => xml.replace(/(urn:oid:2\.25\.279035121500001.*?<DigestValue>)..../, '$1AAAA')),
      ),
      fed(
        'announced as signed as it is',
        signed((xml) => xml.replace(/<Transforms>.*?<\/Transforms>/, '')),
      ),
    ],
    'document-not-canonical': [
      {
        name: 'a file that is no XML',
        files: async () => [
          Buffer.from(
            buildFeeding({ signer: await seal }).replace(
              /(<x:Document id="Document01">)[^<]*/,
              `$1${Buffer.from('%PDF-1.4').toString('base64')}`,
            ),
          ),
        ],
      },
    ],
    'algorithm-unsupported': [
      fed(
        'unknown form',
        signed((xml) => xml.replace(/(<Transform Algorithm=")[^"]*/, '$1urn:form')),
      ),
    ],
  },
  apart: [
    {
      name: 'the envelope alone, as a log keeps it',
      files: async () => {
        const whole = buildPackagedFeeding({ signer: await seal }, buildVihf()).toString('utf8');
        return [Buffer.from(/<s:Envelope[\s\S]*<\/s:Envelope>/.exec(whole)?.[0] ?? '')];
      },
    },
  ],
});
