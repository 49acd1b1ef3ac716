import { check } from './ciba-code-is-displayed.ts';
import { action, exchange, pairs, provesPsc } from './shared/psc-preuves.test-data.ts';

const ask = exchange('ciba-request', { form: pairs({ binding_message: '07' }) });

provesPsc(check, {
  ok: [{ name: 'the same', preuves: [ask, action('psc.connecter', { codeAffiche: '07' })] }],
  ko: {
    'code-not-shown': [{ name: 'nothing', preuves: [ask, action('psc.connecter')] }],
    'code-differs': [{ name: 'another', preuves: [ask, action('psc.connecter', { codeAffiche: '70' })] }],
  },
  unseen: [{ name: 'no CIBA request', preuves: [action('psc.connecter', { codeAffiche: '07' })] }],
});
