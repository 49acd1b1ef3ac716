import { check } from './declaration-is-conform.ts';
import { provesPsc } from './shared/psc-preuves.test-data.ts';

const declare = (valeur: string) => [
  {
    kind: 'attestation/declared',
    view: { preuve: 'HX-PSC-BR-01', valeur, par: 'A. Testeur', le: '2026-01-01' },
  },
];

provesPsc(check, {
  ok: [
    { name: 'conforming', preuves: declare('conforme') },
    { name: 'to verify is not a failure', preuves: declare('a-verifier') },
  ],
  ko: { 'declared-not-conform': [{ name: 'refused', preuves: declare('non-conforme') }] },
});
