import { adt, messageCase } from '../../../../tests/builders/build-messages.ts';
import { provesCheck } from '../../../../tests/builders/check-cases.ts';
import { check } from './hl7v2-ins-type-code.ts';

provesCheck(check, {
  ok: [messageCase('INS', adt())],
  ko: {
    'type-not-ins': ['NH', 'SS', 'PI'].map((type) => messageCase(type, adt(), [['ISO^INS', `ISO^${type}`]])),
  },
});
