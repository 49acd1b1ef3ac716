import { check } from './userinfo-foreign-subject-is-refused.ts';
import { exchange, probe, provesPsc } from './shared/psc-preuves.test-data.ts';

const deviating = exchange('userinfo-request', { faults: ['psc/userinfo-wrong-sub'] });

provesPsc(check, {
  ok: [{ name: 'refused', preuves: [deviating, probe({ connecte: false })] }],
  ko: { 'session-opened': [{ name: 'logged in', preuves: [deviating, probe({ connecte: true })] }] },
  unseen: [
    { name: 'faithful', preuves: [exchange('userinfo-request'), probe({ connecte: false })] },
    { name: 'no state', preuves: [deviating] },
  ],
});
