import { check } from './authorization-url-carries-no-secret.ts';
import { authorization, provesPsc } from './shared/psc-preuves.test-data.ts';

provesPsc(check, {
  ok: [
    { name: 'opaque values', preuves: [authorization()] },
    {
      name: 'a signed request object',
      preuves: [authorization({ request: 'eyJhbGciOiJSUzI1NiJ9.eyJhIjoxfQ.c2lnbmF0dXJl' })],
    },
  ],
  ko: {
    'client-secret-in-url': [
      { name: 'by its name', preuves: [authorization({ client_secret: 'x' })] },
      { name: 'elsewhere, redacted', preuves: [authorization({ login_hint: '«secret:client.secret»' })] },
    ],
    'token-in-url': [
      {
        name: 'an ID token',
        preuves: [authorization({ id_token: 'eyJhbGciOiJSUzI1NiJ9.eyJhIjoxfQ.c2lnbmF0dXJl' })],
      },
    ],
    'personal-data-in-url': [
      { name: 'RPPS in state', preuves: [authorization({ state: 'user-99700000001-abcdef' })] },
    ],
  },
});
