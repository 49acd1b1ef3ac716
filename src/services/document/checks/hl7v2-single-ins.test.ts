import { adt, messageCase } from '../../../../tests/builders/build-messages.ts';
import { provesCheck } from '../../../../tests/builders/check-cases.ts';
import { check } from './hl7v2-single-ins.ts';

const second = '~109076322088835^^^ASIP-SANTE-INS-NIA&1.2.250.1.213.1.4.9&ISO^INS';
provesCheck(check, {
  ok: [
    messageCase('one', adt()),
    messageCase('a former one', adt(), [['ISO^INS', `ISO^INS${second}^^^20200101`]]),
  ],
  ko: { 'several-ins': [messageCase('two', adt(), [['ISO^INS', `ISO^INS${second}`]])] },
});
