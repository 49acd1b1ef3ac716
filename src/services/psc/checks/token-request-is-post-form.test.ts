import { check } from './token-request-is-post-form.ts';
import { provesPsc, token } from './shared/psc-preuves.test-data.ts';

provesPsc(check, {
  ok: [
    { name: 'POST form', preuves: [token()] },
    {
      name: 'credentials in the address have their own check',
      preuves: [token({ query: [['client_secret', 'x']] })],
    },
  ],
  ko: {
    'token-request-not-post': [
      { name: 'GET', preuves: [token({ method: 'GET', form: undefined, query: [['code', 'x']] })] },
    ],
    'token-request-not-form': [{ name: 'JSON', preuves: [token({ form: undefined, json: {} })] }],
    'grant-in-address': [{ name: 'code in the address', preuves: [token({ query: [['code', 'x']] })] }],
    'token-request-tls-old': [
      { name: 'TLS 1.0', preuves: [token({}, { tls: { version: 'TLSv1', cipher: 'AES128-SHA' } })] },
    ],
  },
});
