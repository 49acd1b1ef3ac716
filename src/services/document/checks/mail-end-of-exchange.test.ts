import { mailCase } from '../../../../tests/builders/build-mail.ts';
import { provesCheck } from '../../../../tests/builders/check-cases.ts';
import { check } from './mail-end-of-exchange.ts';

const to = '279035121500084@patient.mssante.fr';
const mes = (value: string) => ({ to, headers: { 'X-MSS-MES': value } });

provesCheck(check, {
  ok: [mailCase('FIN', mes('FIN')), { ...mailCase('asked and written', mes('FIN')), options: { fin: true } }],
  ko: {
    'end-missing': [{ ...mailCase('asked only', { to }), options: { fin: true } }],
    'end-value-wrong': [mailCase('Fin', mes('Fin')), mailCase('O', mes('O')), mailCase('empty', mes(''))],
  },
});
