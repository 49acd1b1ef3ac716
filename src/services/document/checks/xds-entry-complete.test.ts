import { provesCheck } from '../../../../tests/builders/check-cases.ts';
import { xdmCase } from '../../../../tests/builders/xdm-case.ts';
import { check } from './xds-entry-complete.ts';

const slot = (name: string): RegExp => new RegExp(`<Slot name="${name}">.*?</Slot>`);

provesCheck(check, {
  ok: [xdmCase('complete')],
  ko: {
    'metadata-missing': [
      ...['legalAuthenticator', 'serviceStartTime', 'languageCode', 'submissionTime', 'sourcePatientId'].map(
        (name) => xdmCase(`no ${name}`, { edit: [[slot(name), '']] }),
      ),
      xdmCase('no uniqueId of the set', {
        edit: [[/<ExternalIdentifier [^>]*96fdda7c.*?<\/ExternalIdentifier>/, '']],
      }),
    ],
    'metadata-repeated': [
      xdmCase('two languages', {
        edit: [
          [
            slot('languageCode'),
            '<Slot name="languageCode"><ValueList><Value>fr-FR</Value></ValueList></Slot><Slot name="languageCode"><ValueList><Value>en</Value></ValueList></Slot>',
          ],
        ],
      }),
    ],
    'metadata-empty': [xdmCase('empty time', { edit: [['<Value>20260611080000</Value>', '<Value/>']] })],
    'set-missing': [xdmCase('no set', { edit: [[/<RegistryPackage[\s\S]*<\/RegistryPackage>/, '']] })],
  },
});
