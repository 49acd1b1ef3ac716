import { buildDmpRequest, buildPackagedFeeding } from '../../../../tests/builders/build-dmp-request.ts';
import { buildVihf } from '../../../../tests/builders/build-vihf.ts';
import { buildFeeding, type Edit } from '../../../../tests/builders/build-xdm.ts';
import { provesCheck, type CheckCase } from '../../../../tests/builders/check-cases.ts';
import { xdmCase } from '../../../../tests/builders/xdm-case.ts';
import { check } from './xds-documents-match.ts';

const message = (name: string, text: string | Buffer): CheckCase => ({ name, files: [Buffer.from(text)] });
const sizeEdit: readonly Edit[] = [
  [/(<Slot name="size"><ValueList><Value>)/, '<Slot name="size"><ValueList><Value>9'],
];

provesCheck(check, {
  ok: [
    xdmCase('recomputed'),
    xdmCase('two documents', { documents: [{}, { id: '2.25.2', level: 3 }] }),
    message('a message that feeds', buildFeeding()),
    message('a message with its parts', buildPackagedFeeding({}, buildVihf())),
    message(
      'hash and size left to the repository',
      buildFeeding({ edit: [[/<Slot name="(hash|size)">.*?<\/Slot>/g, '']] }),
    ),
  ],
  ko: {
    'uri-missing': [xdmCase('no slot', { edit: [[/<Slot name="URI">.*?<\/Slot>/, '']] })],
    'document-missing': [
      xdmCase('another name', { edit: [['DOC0001.XML', 'DOC0009.XML']] }),
      message('no document in a message', buildFeeding().replace(/<x:Document .*<\/x:Document>/, '')),
      message(
        'a part that did not come',
        buildPackagedFeeding({}, buildVihf()).toString().replace('cid:', 'cid:x'),
      ),
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
        edit: sizeEdit,
      }),
      message('of a part', buildPackagedFeeding({ edit: sizeEdit }, buildVihf())),
    ],
  },
  apart: [
    message('the envelope alone, as a log keeps it', buildDmpRequest('TD2.1')),
    message('a change of metadata', buildDmpRequest('TD3.3a')),
  ],
});
