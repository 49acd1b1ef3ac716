import { adt, messagesCase } from '../../../../tests/builders/build-messages.ts';
import { provesCheck } from '../../../../tests/builders/check-cases.ts';
import { check } from './hl7v2-merged-identity-is-silent.ts';

const merge = `${adt('A40', 'ADT_A39')}MRG|0009999999^^^CHU-X&1.2.250.1.999.1.1.1&ISO^PI\r`;
const loser = adt('A31').replace('0001234567', '0009999999');
provesCheck(check, {
  ok: [
    messagesCase('silent', [loser, merge, adt('A31')]),
    messagesCase('sent without INS', [merge, loser.replace(/~279035121500084[^|]*/, '')]),
  ],
  ko: {
    'loser-missing': [messagesCase('no MRG', [adt('A40', 'ADT_A39')])],
    'loser-is-survivor': [messagesCase('same', [merge.replace('0009999999', '0001234567')])],
    'loser-sent-with-ins': [messagesCase('A31 after', [merge, loser])],
  },
});
