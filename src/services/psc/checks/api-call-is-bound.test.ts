import { check } from './api-call-is-bound.ts';
import { exchange, provesPsc } from './shared/psc-preuves.test-data.ts';

const call = (binding: string) => [exchange('api-request', { binding, tokenState: 'valid' })];

provesPsc(check, {
  ok: [{ name: 'bound', preuves: call('match') }],
  ko: {
    'certificate-missing': [{ name: 'none', preuves: call('no-certificate') }],
    'certificate-mismatch': [{ name: 'another', preuves: call('mismatch') }],
    'token-unbound': [{ name: 'the PSC token', preuves: call('unbound') }],
  },
});
