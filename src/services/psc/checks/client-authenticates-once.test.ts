import { check } from './client-authenticates-once.ts';
import { exchange, provesPsc, token } from './shared/psc-preuves.test-data.ts';

provesPsc(check, {
  ok: [
    { name: 'Basic', preuves: [token()] },
    { name: 'certificate', preuves: [token({ authMethods: ['tls_client_auth'] })] },
    { name: 'CIBA', preuves: [exchange('ciba-request', { authMethods: ['client_secret_post'] })] },
  ],
  ko: {
    'several-authentication-means': [
      {
        name: 'Basic and form',
        preuves: [token({ authMethods: ['client_secret_basic', 'client_secret_post'] })],
      },
    ],
    'secret-in-address': [{ name: 'query', preuves: [token({ authMethods: ['secret-in-query'] })] }],
    'client-not-authenticated': [{ name: 'nothing', preuves: [token({ authMethods: [] })] }],
  },
});
