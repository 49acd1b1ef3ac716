import { check } from './no-secret-beside-certificate.ts';
import { provesPsc, token } from './shared/psc-preuves.test-data.ts';

provesPsc(check, {
  ok: [{ name: 'certificate alone', preuves: [token({ authMethods: ['tls_client_auth'] })] }],
  ko: {
    'secret-with-certificate': [
      { name: 'both', preuves: [token({ authMethods: ['client_secret_basic', 'tls_client_auth'] })] },
    ],
    'secret-in-trust-space': [{ name: 'secret alone', preuves: [token()] }],
  },
});
