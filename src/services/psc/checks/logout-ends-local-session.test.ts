import { check } from './logout-ends-local-session.ts';
import { action, probe, provesPsc } from './shared/psc-preuves.test-data.ts';

const done = action('psc.deconnecter');

provesPsc(check, {
  ok: [{ name: 'anonymous', preuves: [probe({ connecte: true }), done, probe({ connecte: false })] }],
  ko: { 'session-still-open': [{ name: 'still there', preuves: [done, probe({ connecte: true })] }] },
  unseen: [
    { name: 'it was not done', preuves: [probe({ connecte: false })] },
    {
      name: 'the software did not obey',
      preuves: [action('psc.deconnecter', {}, { answer: 'unsupported' }), probe({ connecte: false })],
    },
  ],
});
