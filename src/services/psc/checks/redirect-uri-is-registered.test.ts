import { check } from './redirect-uri-is-registered.ts';
import { authorization, provesPsc } from './shared/psc-preuves.test-data.ts';

const psc = { redirectUris: ['https://lps.example/retour'] };
const to = (redirect_uri: string | undefined) => [authorization({ redirect_uri })];

provesPsc(check, {
  ok: [
    { name: 'the registered one', preuves: [authorization()], psc },
    { name: 'no register to compare with', preuves: [authorization()] },
    { name: 'loopback of a native application', preuves: to('http://127.0.0.1:51004/retour') },
    { name: 'private scheme of a native application', preuves: to('com.example.lps:/retour') },
  ],
  ko: {
    'redirect-uri-missing': [{ name: 'absent', preuves: to(undefined), psc }],
    'redirect-uri-unregistered': [
      { name: 'trailing slash', preuves: to('https://lps.example/retour/'), psc },
      { name: 'another letter case', preuves: to('https://lps.example/Retour'), psc },
    ],
    'redirect-uri-fragment': [{ name: 'fragment', preuves: to('https://lps.example/retour#psc') }],
    'redirect-uri-wildcard': [{ name: 'wildcard', preuves: to('https://*.lps.example/retour') }],
    'redirect-uri-not-https': [{ name: 'http', preuves: to('http://lps.example/retour') }],
  },
});
