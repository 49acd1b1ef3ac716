import { check } from './account-links-existing.ts';
import { action, probe, provesPsc } from './shared/psc-preuves.test-data.ts';

const local = (compte: string) => action('psc.connecter-autre-moyen', { issue: 'reussie', compte });
const psc = (compte: string) => probe({ connecte: true, compte });

provesPsc(check, {
  ok: [
    { name: 'same account', preuves: [local('c1'), psc('c1')] },
    { name: 'and back', preuves: [local('c1'), psc('c1'), local('c1')] },
  ],
  ko: {
    'account-not-linked': [
      { name: 'another by PSC', preuves: [local('c1'), psc('c2')] },
      { name: 'another on the way back', preuves: [local('c1'), psc('c1'), local('c2')] },
    ],
  },
  unseen: [
    { name: 'no other means', preuves: [psc('c1')] },
    { name: 'not logged in by PSC', preuves: [local('c1'), probe({ connecte: false })] },
  ],
});
