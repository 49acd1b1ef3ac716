import { check } from './audience-list-is-accepted.ts';
import { probe, provesPsc } from './shared/psc-preuves.test-data.ts';

provesPsc(check, {
  ok: [{ name: 'somebody is logged in', preuves: [probe({ connecte: true })] }],
  ko: { 'login-refused': [{ name: 'nobody is logged in', preuves: [probe({ connecte: false })] }] },
  unseen: [
    { name: 'the software does not say', preuves: [probe({ message: 'bonjour' })] },
    { name: 'the probe is unknown to it', preuves: [probe({ connecte: true }, { answer: 'unsupported' })] },
  ],
});
