import { adt, messageCase } from '../../../../tests/builders/build-messages.ts';
import { provesCheck, type CheckCase } from '../../../../tests/builders/check-cases.ts';
import { check } from './hl7v2-charset-is-real.ts';

const latin = (declared: string): CheckCase => ({
  name: `latin1 bytes under ${declared}`,
  files: [Buffer.from(adt().replace('UNICODE UTF-8', declared), 'latin1')],
});
provesCheck(check, {
  ok: [messageCase('UTF-8', adt()), latin('8859/15'), latin('8859/1')],
  ko: {
    'charset-unknown': [messageCase('CP1252', adt(), [['UNICODE UTF-8', 'CP1252']])],
    'charset-undeclared': [messageCase('none', adt(), [['UNICODE UTF-8', '']])],
    'not-utf-8': [latin('UNICODE UTF-8')],
    'not-latin': [
      {
        name: 'typographic apostrophe of CP1252',
        files: [Buffer.from(adt().replace('UNICODE UTF-8', '8859/15').replace("L'", 'L\u0092'), 'latin1')],
      },
    ],
    'utf-8-undeclared': [messageCase('8859/15', adt(), [['UNICODE UTF-8', '8859/15']])],
  },
});
