import { cdaCase, letters } from '../../../../tests/builders/cda-case.ts';
import { provesCheck } from '../../../../tests/builders/check-cases.ts';
import { check } from './cda-title-bounded.ts';

provesCheck(check, {
  ok: [letters('128 characters', { title: 'é'.repeat(128) })],
  ko: {
    'title-missing': [letters('blank', { title: '   ' }), cdaCase('absent', [/<title>.*<\/title>/, ''])],
    'title-too-long': [letters('129 characters', { title: 'é'.repeat(129) })],
  },
});
