import { provesCheck } from '../../../../tests/builders/check-cases.ts';
import { xdmCase } from '../../../../tests/builders/xdm-case.ts';
import { check } from './xds-links-resolve.ts';

const hasMember = /<Association id="as1".*<\/Association>/;

provesCheck(check, {
  ok: [xdmCase('two documents', { documents: [{}, { id: '2.25.2' }] })],
  ko: {
    'member-missing': [
      xdmCase('orphan entry', { edit: [[hasMember, '']] }),
      xdmCase('status Reference', { edit: [['<Value>Original</Value>', '<Value>Reference</Value>']] }),
    ],
    'member-repeated': [
      xdmCase('twice', {
        edit: [
          [
            '</RegistryObjectList>',
            '<Association id="as9" associationType="urn:oasis:names:tc:ebxml-regrep:AssociationType:HasMember" sourceObject="SubmissionSet01" targetObject="Document01"><Slot name="SubmissionSetStatus"><ValueList><Value>Original</Value></ValueList></Slot></Association></RegistryObjectList>',
          ],
        ],
      }),
    ],
    'reference-broken': [
      {
        ...xdmCase('another case', { edit: [['targetObject="Document01"', 'targetObject="document01"']] }),
        also: ['member-missing'],
      },
      xdmCase('classification of another', {
        edit: [
          [
            'classifiedObject="Document01" nodeRepresentation="10"',
            'classifiedObject="DocumentME2" nodeRepresentation="10"',
          ],
        ],
      }),
    ],
    'set-id-not-oid': [xdmCase('uuid', { edit: [['value="2.25.2790351215009"', 'value="urn:uuid:1"']] })],
  },
});
