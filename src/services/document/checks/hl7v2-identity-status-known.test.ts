import { adt, messageCase } from '../../../../tests/builders/build-messages.ts';
import { provesCheck } from '../../../../tests/builders/check-cases.ts';
import { check } from './hl7v2-identity-status-known.ts';

provesCheck(check, {
  ok: [messageCase('VALI', adt()), messageCase('PROV and an attribute', adt(), [['|VALI|', '|PROV~DOUT|']])],
  ko: {
    'status-missing': [messageCase('empty', adt(), [['|VALI|', '||']])],
    'status-unknown': ['QUAL', 'RECUP'].map((status) =>
      messageCase(status, adt(), [['|VALI|', `|${status}|`]]),
    ),
  },
});
