import { documentMessage, messageCase } from '../../../../tests/builders/build-messages.ts';
import { provesCheck } from '../../../../tests/builders/check-cases.ts';
import { check } from './hl7v2-order-event-status.ts';

const mdm = documentMessage();
const replaced: readonly [string, string][] = [
  ['ORC|NW', 'ORC|RO'],
  ['MDM^T02', 'MDM^T10'],
];
provesCheck(check, {
  ok: [
    messageCase('new', mdm),
    messageCase('new ORU', documentMessage('ORU')),
    messageCase('deleted', mdm, [
      ['ORC|NW', 'ORC|CA'],
      ['MDM^T02', 'MDM^T04'],
      ['||||||F\rPRT', '||||||D\rPRT'],
    ]),
    messageCase('replaced', mdm, [
      ...replaced,
      ['||||||F\rPRT', '||||||C\rPRT'],
      ['|2.25.279035121500001|', '|2.25.279035121500001|2.25.9|'],
    ]),
  ],
  ko: {
    'order-control': [
      messageCase('XX', mdm, [['ORC|NW', 'ORC|XX']]),
      messageCase('none', mdm, [['ORC|NW|\r', '']]),
    ],
    'result-status': [
      messageCase('F on a replacement', mdm, [
        ...replaced,
        ['|2.25.279035121500001|', '|2.25.279035121500001|2.25.9|'],
      ]),
    ],
    event: [messageCase('T10 for a new one', mdm, [['MDM^T02', 'MDM^T10']])],
    'parent-missing': [messageCase('no parent', mdm, [...replaced, ['||||||F\rPRT', '||||||C\rPRT']])],
  },
});
