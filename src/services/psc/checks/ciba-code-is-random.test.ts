import { check } from './ciba-code-is-random.ts';
import { exchange, pairs, provesPsc } from './shared/psc-preuves.test-data.ts';

const ask = (binding_message: string) => exchange('ciba-request', { form: pairs({ binding_message }) });

provesPsc(check, {
  ok: [
    { name: 'random', preuves: [ask('07'), ask('93'), ask('41')] },
    { name: 'twice the same may be chance', preuves: [ask('07'), ask('07')] },
  ],
  ko: {
    'code-malformed': [
      { name: 'letters', preuves: [ask('AB')] },
      { name: 'one digit', preuves: [ask('7')] },
      { name: 'RPPS', preuves: [ask('99700000001')] },
    ],
    'code-constant': [{ name: 'always 00', preuves: [ask('00'), ask('00'), ask('00')] }],
  },
});
