import { check } from './discovery-path-is-wallet.ts';
import { exchange, provesPsc, token } from './shared/psc-preuves.test-data.ts';

provesPsc(check, {
  ok: [
    { name: 'right address', preuves: [exchange('discovery-request')] },
    { name: 'static configuration', preuves: [token()] },
  ],
  ko: {
    'discovery-standard-path': [
      {
        name: 'the standard one',
        preuves: [
          exchange('unknown-request', {
            path: '/auth/realms/esante-wallet/.well-known/openid-configuration',
            status: 404,
          }),
        ],
      },
    ],
  },
  unseen: [{ name: 'another stray path', preuves: [exchange('unknown-request', { path: '/robots.txt' })] }],
});
