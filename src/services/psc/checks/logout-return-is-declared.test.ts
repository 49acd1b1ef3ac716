import { check } from './logout-return-is-declared.ts';
import { exchange, provesPsc } from './shared/psc-preuves.test-data.ts';

const call = (view: object) => [
  exchange('end-session-request', {
    postLogoutRedirectUri: 'https://lps.example/fin',
    postLogoutRegistered: true,
    state: 'abc',
    ...view,
  }),
];

provesPsc(check, {
  ok: [{ name: 'registered', preuves: call({}) }],
  ko: {
    'return-address-missing': [{ name: 'none', preuves: call({ postLogoutRedirectUri: undefined }) }],
    'return-address-unregistered': [{ name: 'another', preuves: call({ postLogoutRegistered: false }) }],
    'logout-state-missing': [{ name: 'no state', preuves: call({ state: undefined }) }],
  },
});
