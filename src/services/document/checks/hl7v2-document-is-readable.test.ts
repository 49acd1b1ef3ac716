import { documentMessage, messageCase } from '../../../../tests/builders/build-messages.ts';
import { provesCheck } from '../../../../tests/builders/check-cases.ts';
import { check } from './hl7v2-document-is-readable.ts';

const mdm = documentMessage();
provesCheck(check, {
  ok: [messageCase('whole', mdm), messageCase('ORU', documentMessage('ORU'))],
  ko: {
    'document-missing': [messageCase('no ED', mdm, [['|ED|', '|TX|']])],
    'document-encoding': [
      messageCase('cut', mdm, [[/(?<=Base64\^).{101}/, (mdm.split('Base64^')[1] ?? '').slice(0, 100)]]),
      messageCase('foreign character', mdm, [['Base64^', 'Base64^#']]),
    ],
    'document-not-cda': [
      messageCase('text', mdm, [[/(?<=Base64\^)[^|]*/, Buffer.from('Document medical').toString('base64')]]),
      messageCase(
        'truncated document',
        documentMessage('MDM', '<ClinicalDocument xmlns="urn:hl7-org:v3"><id'),
      ),
      messageCase('other XML', documentMessage('MDM', '<Bundle/>')),
    ],
  },
});
