import { check } from './practice-situation-is-chosen.ts';
import { action, probe, provesPsc } from './shared/psc-preuves.test-data.ts';

const offered = (choixSituationPropose: boolean) => probe({ connecte: true, choixSituationPropose });
const choice = action('psc.choisir-situation', {}, { input: { structure: 'R2' } });
const kept = (structure: string) => probe({ connecte: true, structure, choixSituationPropose: true });

provesPsc(check, {
  ok: [{ name: 'offered and kept', preuves: [offered(true), choice, kept('R2')] }],
  ko: {
    'situation-not-offered': [{ name: 'the first is taken', preuves: [offered(false)] }],
    'situation-not-kept': [{ name: 'the first all the same', preuves: [offered(true), choice, kept('R1')] }],
  },
  unseen: [
    { name: 'not logged in', preuves: [probe({ connecte: false, choixSituationPropose: false })] },
    {
      name: 'not logged in, chosen all the same',
      preuves: [probe({ connecte: false }), choice, probe({ connecte: false })],
    },
    { name: 'the software does not say', preuves: [probe({ connecte: true })] },
  ],
});
