import { check } from './callback-of-another-browser-is-refused.ts';
import { action, probe, provesPsc, token } from './shared/psc-preuves.test-data.ts';

const elsewhere = action('navigateur.rappel-autre-navigateur', {}, {}, { step: 'autre' });
const out = probe({ connecte: false });

provesPsc(check, {
  ok: [{ name: 'refused', preuves: [token({}, { step: 'temoin' }), elsewhere, out] }],
  ko: {
    'code-exchanged': [{ name: 'code sent', preuves: [token({}, { step: 'autre' }), elsewhere, out] }],
    'session-opened': [{ name: 'logged in', preuves: [elsewhere, probe({ connecte: true })] }],
  },
  unseen: [
    { name: 'the address was not opened', preuves: [out] },
    {
      name: 'the browser broke',
      preuves: [action('navigateur.rappel-autre-navigateur', {}, { answer: 'broken' }), out],
    },
  ],
});
