import { letters } from '../../../../tests/builders/cda-case.ts';
import { provesCheck } from '../../../../tests/builders/check-cases.ts';
import { check } from './cda-ins-key-right.ts';

provesCheck(check, {
  ok: [letters('right key', {})],
  ko: {
    'matricule-malformed': [letters('13 characters', { matricule: '2790351215000' })],
    'key-wrong': [letters('another key', { matricule: '279035121500085' })],
  },
});
