import { provesCheck } from '../../../../tests/builders/check-cases.ts';
import { xdmCase } from '../../../../tests/builders/xdm-case.ts';
import { check } from './xdm-documents-match.ts';

provesCheck(check, {
  ok: [xdmCase('recomputed'), xdmCase('two documents', { documents: [{}, { id: '2.25.2', level: 3 }] })],
  ko: {
    'uri-missing': [xdmCase('no slot', { edit: [[/<Slot name="URI">.*?<\/Slot>/, '']] })],
    'document-missing': [
      xdmCase('another name', { edit: [['DOC0001.XML', 'DOC0009.XML']] }),
      xdmCase('outside of the folder', { edit: [['DOC0001.XML', '../DOC0001.XML']] }),
    ],
    'hash-missing': [xdmCase('no slot', { edit: [[/<Slot name="hash">.*?<\/Slot>/, '']] })],
    'hash-wrong': [
      xdmCase('stale', {
        edit: [
          [
            /(<Slot name="hash"><ValueList><Value>).*?</,
            '<Slot name="hash"><ValueList><Value>da39a3ee5e6b4b0d3255bfef95601890afd80709<',
          ],
        ],
      }),
    ],
    'size-missing': [xdmCase('no slot', { edit: [[/<Slot name="size">.*?<\/Slot>/, '']] })],
    'size-wrong': [
      xdmCase('off by some', {
        edit: [[/(<Slot name="size"><ValueList><Value>)/, '<Slot name="size"><ValueList><Value>9']],
      }),
    ],
  },
});
