import { check } from './idle-session-is-closed.ts';
import { action, probe, provesPsc } from './shared/psc-preuves.test-data.ts';

const done = action('banc.laisser-inactif');

provesPsc(check, {
  ok: [{ name: 'anonymous', preuves: [probe({ connecte: true }), done, probe({ connecte: false })] }],
  ko: { 'idle-session-still-open': [{ name: 'still there', preuves: [done, probe({ connecte: true })] }] },
  unseen: [
    { name: 'it was not done', preuves: [probe({ connecte: false })] },
    {
      name: 'the software did not obey',
      preuves: [action('banc.laisser-inactif', {}, { answer: 'unsupported' }), probe({ connecte: false })],
    },
  ],
});
