import { check } from './missing-level-is-traced.ts';
import { action, probe, provesPsc, token } from './shared/psc-preuves.test-data.ts';

const without = token({ faults: ['psc/id-token-missing-acr'] });
const logs = (journaux: string) => action('banc.exporter-journaux', { journaux });

provesPsc(check, {
  ok: [
    { name: 'refused', preuves: [without, probe({ connecte: false })] },
    {
      name: 'accepted with a trace',
      preuves: [without, probe({ connecte: true }), logs('acr absent, eidas1 supposé')],
    },
  ],
  ko: {
    'missing-level-untraced': [
      { name: 'accepted in silence', preuves: [without, probe({ connecte: true }), logs('connexion')] },
    ],
  },
  unseen: [
    { name: 'accepted, no logs', preuves: [without, probe({ connecte: true })] },
    { name: 'the deviation never left', preuves: [token(), probe({ connecte: false })] },
  ],
});
