import { provesCheck } from '../../../../tests/builders/check-cases.ts';
import { xdmCase } from '../../../../tests/builders/xdm-case.ts';
import { check } from './xds-schemes-known.ts';

provesCheck(check, {
  ok: [xdmCase('table of XDS')],
  ko: {
    'scheme-unknown': [
      xdmCase('formatCode of a public client', {
        edit: [
          [
            'Scheme="urn:uuid:a09d5840-386c-46f2-b5ad-9c3699a4309d',
            'Scheme="urn:uuid:a09d5840-386c-46f2-b5ad-9fdf87b75cc4',
          ],
        ],
      }),
      xdmCase('empty UUID', {
        edit: [
          [
            'identificationScheme="urn:uuid:2e82c1f6-a085-4c72-9da3-8640a32e42ab"',
            'identificationScheme="urn:uuid:"',
          ],
        ],
      }),
    ],
    'object-type-wrong': [
      xdmCase('other type', { edit: [['objectType="urn:uuid:7edca82f', 'objectType="urn:uuid:34268e47']] }),
    ],
    'set-not-classified': [
      xdmCase('no node', { edit: [[/<Classification id="SubmissionSet01-node".*?\/>/, '']] }),
    ],
  },
});
