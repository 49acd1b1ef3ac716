import { check } from './ciba-channel-is-known.ts';
import { exchange, pairs, provesPsc } from './shared/psc-preuves.test-data.ts';

const ask = (channel: string | undefined) => [exchange('ciba-request', { form: pairs({ channel }) })];

provesPsc(check, {
  ok: [
    { name: 'e-CPS', preuves: ask('MOBILE') },
    { name: 'card', preuves: ask('CARD') },
  ],
  ko: {
    'channel-missing': [{ name: 'absent', preuves: ask(undefined) }],
    'channel-unknown': [{ name: 'lower case', preuves: ask('mobile') }],
  },
});
