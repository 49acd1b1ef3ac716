import { adt, messageCase } from '../../../../tests/builders/build-messages.ts';
import { provesCheck } from '../../../../tests/builders/check-cases.ts';
import { check } from './hl7v2-matricule-agrees-with-traits.ts';

provesCheck(check, {
  ok: [messageCase('agrees', adt()), messageCase('place unknown', adt(), [['BDL^^51215', 'BDL^^99999']])],
  ko: {
    'sex-differs': [messageCase('M', adt(), [['|19790328|F|', '|19790328|M|']])],
    'year-differs': [messageCase('1980', adt(), [['|19790328|', '|19800328|']])],
    'month-differs': [messageCase('April', adt(), [['|19790328|', '|19790428|']])],
    'place-differs': [messageCase('63220', adt(), [['BDL^^51215', 'BDL^^63220']])],
  },
});
