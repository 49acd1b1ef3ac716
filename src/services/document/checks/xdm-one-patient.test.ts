import { provesCheck } from '../../../../tests/builders/check-cases.ts';
import { xdmCase } from '../../../../tests/builders/xdm-case.ts';
import { check } from './xdm-one-patient.ts';

provesCheck(check, {
  ok: [xdmCase('two letters of one patient', { documents: [{}, { id: '2.25.2' }] })],
  ko: {
    'patients-differ': [
      xdmCase('a letter of another patient', {
        documents: [{}, { id: '2.25.2', matricule: '185067505600033' }],
      }),
      xdmCase('metadata of another patient', {
        edit: [['value="279035121500084^', 'value="185067505600033^']],
      }),
    ],
  },
});
