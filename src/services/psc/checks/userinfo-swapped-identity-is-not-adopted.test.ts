import { check } from './userinfo-swapped-identity-is-not-adopted.ts';
import { exchange, probe, provesPsc, token } from './shared/psc-preuves.test-data.ts';

const login = token({ idToken: { header: {}, claims: { SubjectNameID: '899700000001' } } });
const swapped = exchange('userinfo-request', { faults: ['psc/userinfo-identity-swap'] });

provesPsc(check, {
  ok: [
    { name: 'refused', preuves: [login, swapped, probe({ connecte: false })] },
    {
      name: 'the ID token prevails',
      preuves: [login, swapped, probe({ connecte: true, identifiantNational: '899700000001' })],
    },
  ],
  ko: {
    'identity-adopted': [
      {
        name: 'the other one',
        preuves: [login, swapped, probe({ connecte: true, identifiantNational: '899700000002' })],
      },
    ],
  },
  unseen: [
    { name: 'the software does not say who', preuves: [login, swapped, probe({ connecte: true })] },
    { name: 'no ID token seen', preuves: [swapped, probe({ connecte: false })] },
    { name: 'faithful', preuves: [login, exchange('userinfo-request'), probe({ connecte: false })] },
  ],
});
