import { check } from './no-deprecated-host.ts';
import { authorization, provesPsc } from './shared/psc-preuves.test-data.ts';

const file = (text: string) => ({ kind: 'file/submitted', view: { name: 'psc.properties' }, file: text });

provesPsc(check, {
  ok: [
    { name: 'a request', preuves: [authorization()] },
    {
      name: 'the current sandbox',
      preuves: [file('issuer=https://auth.bas.psc.esante.gouv.fr/auth/realms/esante-wallet')],
    },
  ],
  ko: {
    'deprecated-host': [
      {
        name: 'in a configuration',
        preuves: [file('issuer=https://auth.bas.esw.esante.gouv.fr/auth/realms/esante-wallet')],
      },
      {
        name: 'in a header',
        preuves: [
          authorization({}, { headers: [['Referer', 'https://wallet.bas.esw.esante.gouv.fr/auth']] }),
        ],
      },
    ],
  },
});
