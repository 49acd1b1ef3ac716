import { buildCda } from '../../../../tests/builders/build-cda.ts';
import { documentMessage, messageCase } from '../../../../tests/builders/build-messages.ts';
import { provesCheck } from '../../../../tests/builders/check-cases.ts';
import { check } from './hl7v2-ids-match-document.ts';

const mdm = documentMessage();
const replacing = documentMessage('MDM', buildCda({ replaces: '2.25.9' }));
provesCheck(check, {
  ok: [
    messageCase('same', mdm),
    messageCase('ORU', documentMessage('ORU')),
    messageCase('replacement', replacing, [['|2.25.279035121500001|', '|2.25.279035121500001|2.25.9|']]),
  ],
  ko: {
    'code-differs': [
      messageCase('OBX-3', mdm, [['|ED|11490-0', '|ED|18748-4']]),
      messageCase('OBR-4', mdm, [['|||11490-0', '|||18748-4']]),
    ],
    'id-differs': [
      messageCase('other', mdm, [['|2.25.279035121500001|', '|2.25.2|']]),
      messageCase('extension', mdm, [['|2.25.279035121500001|', '|7^^2.25.279035121500001^ISO|']]),
    ],
    'parent-differs': [
      messageCase('none', replacing),
      messageCase('other', replacing, [['|2.25.279035121500001|', '|2.25.279035121500001|2.25.8|']]),
    ],
  },
});
