import { check } from './authorization-host-is-configured.ts';
import { authorization, exchange, goodRequest, pairs, provesPsc } from './shared/psc-preuves.test-data.ts';

const query = pairs(goodRequest);
const file = (text: string) => ({ kind: 'file/submitted', view: { name: 'psc.properties' }, file: text });

provesPsc(check, {
  ok: [
    { name: 'the wallet host', preuves: [authorization()] },
    {
      name: 'one environment',
      preuves: [file('https://wallet.esw.esante.gouv.fr/auth https://auth.esw.esante.gouv.fr')],
    },
    { name: 'no address known', preuves: [authorization()], endpoints: {} },
  ],
  ko: {
    'authorization-host-derived': [
      {
        name: 'derived from the issuer',
        preuves: [
          exchange('unknown-request', {
            path: '/auth/realms/esante-wallet/protocol/openid-connect/auth',
            query,
          }),
        ],
      },
      { name: 'another origin', preuves: [authorization({}, { origin: 'https://127.0.0.1:8443' })] },
    ],
    'environments-mixed': [
      {
        name: 'sandbox wallet',
        preuves: [file('https://wallet.bas.psc.esante.gouv.fr https://auth.esw.esante.gouv.fr')],
      },
    ],
  },
  unseen: [
    { name: 'another unknown path', preuves: [exchange('unknown-request', { path: '/favicon.ico' })] },
  ],
});
