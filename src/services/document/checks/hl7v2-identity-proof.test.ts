import { adt, messageCase } from '../../../../tests/builders/build-messages.ts';
import { provesCheck } from '../../../../tests/builders/check-cases.ts';
import { check } from './hl7v2-identity-proof.ts';

provesCheck(check, {
  ok: [
    messageCase('identity card', adt()),
    messageCase('of the list', adt(), [['|CN|', '|CC|']], { options: { pieces: ['CC'] } }),
  ],
  ko: {
    'proof-missing': [messageCase('none', adt(), [['|CN|', '||']])],
    'proof-not-trusted': [messageCase('driving licence', adt(), [['|CN|', '|PC|']])],
  },
});
