import { check } from './account-keyed-on-national-id.ts';
import { probe, provesPsc } from './shared/psc-preuves.test-data.ts';

const one = (who: string, compte: string) => probe({ connecte: true, identifiantNational: who, compte });

provesPsc(check, {
  ok: [{ name: 'one account each', preuves: [one('8A', 'c1'), one('8A', 'c1'), one('8B', 'c2')] }],
  ko: {
    'account-duplicated': [{ name: 'card then e-CPS', preuves: [one('8A', 'c1'), one('8A', 'c2')] }],
    'account-shared': [{ name: 'namesakes', preuves: [one('8A', 'c1'), one('8B', 'c1')] }],
  },
  unseen: [
    { name: 'one login only', preuves: [one('8A', 'c1')] },
    { name: 'accounts not told', preuves: [probe({ connecte: true }), probe({ connecte: true })] },
  ],
});
