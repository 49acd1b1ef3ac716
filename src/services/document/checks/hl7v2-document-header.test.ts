import { documentMessage, messageCase } from '../../../../tests/builders/build-messages.ts';
import { provesCheck } from '../../../../tests/builders/check-cases.ts';
import { check } from './hl7v2-document-header.ts';

const mdm = documentMessage();
provesCheck(check, {
  ok: [messageCase('MDM', mdm), messageCase('ORU', documentMessage('ORU'))],
  ko: {
    'field-missing': [messageCase('no MSH-21', mdm, [['|||2.1^CISIS_CDA_HL7_V2', '']])],
    'message-type': [
      messageCase('a component too many', mdm, [['MDM^T02^MDM_T02', 'MDM^T02^MDM^T02^MDM_T02']]),
    ],
    version: [messageCase('2.5 MDM', mdm, [['|2.6|', '|2.5|']])],
    processing: [messageCase('X', mdm, [['|P|', '|X|']])],
    country: [messageCase('FR', mdm, [['|FRA|UNI', '|FR|UNI']])],
    charset: [messageCase('8859/1', mdm, [['UNICODE UTF-8', '8859/1']])],
    profile: [
      messageCase('older', mdm, [['2.1^CISIS_CDA_HL7_V2', '1.2^CISIS_CDA_HL7_V1']]),
      messageCase('with a space', mdm, [['2.1^CISIS', '2.1^ CISIS']]),
    ],
  },
});
