import { check } from './login-in-system-browser.ts';
import { authorization, provesPsc } from './shared/psc-preuves.test-data.ts';

const by = (name: string, value: string) => [authorization({}, { headers: [[name, value]] })];

provesPsc(check, {
  ok: [
    { name: 'no header', preuves: [authorization()] },
    { name: 'a document', preuves: by('Sec-Fetch-Dest', 'document') },
    {
      name: 'an internal browser, declared',
      preuves: by('User-Agent', 'Lps Electron/33'),
      psc: { modes: ['natif-navigateur-interne'] },
    },
  ],
  ko: {
    'login-in-iframe': [{ name: 'iframe', preuves: by('Sec-Fetch-Dest', 'iframe') }],
    'login-in-webview': [
      { name: 'Android', preuves: by('User-Agent', 'Mozilla/5.0 (Linux; Android 14; wv) Chrome/120') },
      {
        name: 'Electron',
        preuves: by('User-Agent', 'Mozilla/5.0 Lps/1 Electron/33.0'),
        psc: { modes: ['web'] },
      },
    ],
  },
});
