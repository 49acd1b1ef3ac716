import { check } from './userinfo-token-in-header.ts';
import { exchange, provesPsc } from './shared/psc-preuves.test-data.ts';

const call = (tokenIn: readonly string[], headers: readonly (readonly string[])[] = []) => [
  exchange('userinfo-request', { tokenIn, headers, tokenState: 'valid' }),
];

provesPsc(check, {
  ok: [
    { name: 'header', preuves: call(['header']) },
    { name: 'body', preuves: call(['body']) },
  ],
  ko: {
    'token-in-address': [{ name: 'query', preuves: call(['query']) }],
    'token-absent': [{ name: 'none', preuves: call([]) }],
    'secret-in-header': [
      { name: 'by its name', preuves: call(['header'], [['client_secret', 'x']]) },
      { name: 'redacted', preuves: call(['header'], [['X-Auth', '«secret:client.secret»']]) },
    ],
  },
});
