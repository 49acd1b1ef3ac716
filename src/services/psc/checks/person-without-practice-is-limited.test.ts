import { check } from './person-without-practice-is-limited.ts';
import { probe, provesPsc } from './shared/psc-preuves.test-data.ts';

provesPsc(check, {
  ok: [
    { name: 'refused', preuves: [probe({ connecte: false })] },
    { name: 'limited', preuves: [probe({ connecte: true, droits: 'limites' })] },
  ],
  ko: { 'full-rights': [{ name: 'all', preuves: [probe({ connecte: true, droits: 'complets' })] }] },
  unseen: [{ name: 'rights not told', preuves: [probe({ connecte: true })] }],
});
