import { adt, documentMessage, messageCase } from '../../../../tests/builders/build-messages.ts';
import { provesCheck } from '../../../../tests/builders/check-cases.ts';
import { check } from './hl7v2-codes-known.ts';

const merge = (type: string): string =>
  adt('A40', 'ADT_A39').replace('PV1|', `MRG|0009^^^CHU-X&1.2.250.1.999.1.1.1&ISO^${type}\rPV1|`);
const consent = (opposition: string, agreement: string): string =>
  `${adt()}ZFA|ACTIF|20260611|||||||${opposition}|20260611|${agreement}|20260611\r`;

provesCheck(check, {
  ok: [
    messageCase('an identity', adt()),
    messageCase('a document', documentMessage()),
    messageCase('a merge', merge('PI')),
    messageCase('a national number of another country', merge('NNBEL')),
    messageCase('values erased', adt(), [['|20260601|CN|', '|20260601|""|']]),
    messageCase('consents', consent('INO', 'IC')),
    messageCase('consents not gathered', consent('NA', 'NA')),
  ],
  ko: {
    'code-unknown': [
      messageCase('a sex in words', adt(), [['|F|', '|FEMALE|']]),
      messageCase('a sex in lower case', adt(), [['|F|', '|f|']]),
      messageCase('a name type', adt(), [['^^^^L|', '^^^^Z|']]),
      messageCase('an address type in a second repetition', adt(), [['^BDL^', '^BIRTH^']]),
      messageCase('a type of identifier', adt(), [['&ISO^PI', '&ISO^IPP']]),
      messageCase('a file number', adt(), [['&ISO^AN', '&ISO^NDA']]),
      messageCase('a class of patient', adt(), [['PV1|1|N', 'PV1|1|H']]),
      messageCase('a visit number', documentMessage(), [['&ISO^VN', '&ISO^VISIT']]),
      messageCase('a source of the identity', adt(), [['|INSI|', '|INS|']]),
      messageCase('a proof', adt(), [['|CN|', '|CNI|']]),
      messageCase('a flag', adt(), [['ZFD|||Y|N', 'ZFD|||O|N']]),
      messageCase('the identifier of a merge', merge('IPP')),
      messageCase('a consent', consent('OUI', 'IC')),
      messageCase('an agreement', consent('INO', 'I')),
      messageCase('the name of a property of every object', adt(), [['|F|', '|constructor|']]),
    ],
  },
});
