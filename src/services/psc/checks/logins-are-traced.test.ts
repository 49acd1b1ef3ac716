import { check } from './logins-are-traced.ts';
import { action, provesPsc } from './shared/psc-preuves.test-data.ts';

const trace = {
  date: '2026-01-01T00:00:00Z',
  utilisateur: '899700000001',
  nature: 'connexion',
  resultat: 'succes',
};
const traces = (...list: readonly Record<string, string>[]) =>
  action('banc.exporter-journaux', { traces: list });
const refused = action('psc.connecter', { issue: 'refusee' });

provesPsc(check, {
  ok: [
    { name: 'one login', preuves: [traces(trace)] },
    { name: 'a failure too', preuves: [refused, traces(trace, { ...trace, resultat: 'echec' })] },
  ],
  ko: {
    'traces-missing': [{ name: 'none', preuves: [traces()] }],
    'trace-incomplete': [{ name: 'nobody', preuves: [traces({ ...trace, utilisateur: '' })] }],
    'failure-not-traced': [{ name: 'successes only', preuves: [refused, traces(trace)] }],
  },
  unseen: [{ name: 'nothing exported', preuves: [refused] }],
});
