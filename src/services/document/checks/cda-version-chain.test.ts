import { cdaCase, letters } from '../../../../tests/builders/cda-case.ts';
import { provesCheck } from '../../../../tests/builders/check-cases.ts';
import { check } from './cda-version-chain.ts';

const second = { id: '2.25.2', version: 2, replaces: '2.25.279035121500001' };

provesCheck(check, {
  ok: [
    letters('first version', {}),
    letters('then its replacement', {}, second),
    letters('the same document twice', {}, {}),
    letters('a later version alone', { version: 2 }),
  ],
  ko: {
    'id-invalid': [
      letters('leading zero', { id: '2.25.01' }),
      letters('too long', { id: `2.25.${'1'.repeat(70)}` }),
      cdaCase('extension', [
        '<id root="2.25.279035121500001"/>',
        '<id root="2.25.279035121500001" extension="7"/>',
      ]),
    ],
    'set-id-missing': [cdaCase('absent', ['<setId root="2.25.279035121500"/>', ''])],
    'version-invalid': [
      letters('zero', { version: 0 }),
      cdaCase('absent', ['<versionNumber value="1"/>', '']),
    ],
    'id-reused': [letters('another letter', {}, { title: 'Autre lettre', setId: '2.25.9' })],
    'version-reused': [letters('same set', {}, { id: '2.25.3' })],
    'first-version-replaces': [letters('version 1', { replaces: '2.25.5' })],
  },
});
