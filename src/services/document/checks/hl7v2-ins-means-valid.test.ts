import { adt, messageCase } from '../../../../tests/builders/build-messages.ts';
import { provesCheck } from '../../../../tests/builders/check-cases.ts';
import { check } from './hl7v2-ins-means-valid.ts';

provesCheck(check, {
  ok: [messageCase('VALI', adt()), messageCase('VALI and homonym', adt(), [['|VALI|', '|HOMA~VALI|']])],
  ko: {
    'not-valid': [
      messageCase('PROV', adt(), [['|VALI|', '|PROV|']]),
      messageCase('none', adt(), [['|VALI|', '||']]),
    ],
    'attribute-lowers': [messageCase('fictive', adt(), [['|VALI|', '|VALI~FICT|']])],
  },
});
