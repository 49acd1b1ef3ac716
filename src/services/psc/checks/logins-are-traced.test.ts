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
const opened = action('psc.connecter', { issue: 'reussie' });
const failure = { ...trace, resultat: 'echec' };

provesPsc(check, {
  ok: [
    { name: 'one login', preuves: [traces(trace)] },
    { name: 'a failure too', preuves: [opened, refused, traces(trace, failure)] },
    { name: 'failures only', preuves: [refused, refused, traces(failure, failure)] },
  ],
  ko: {
    'traces-missing': [{ name: 'none', preuves: [traces()] }],
    'trace-incomplete': [{ name: 'nobody', preuves: [traces({ ...trace, utilisateur: '' })] }],
    'failure-not-traced': [
      { name: 'successes only', preuves: [opened, refused, traces(trace, trace)] },
      { name: 'one failure of two', preuves: [refused, refused, traces(failure)] },
    ],
  },
  unseen: [{ name: 'nothing exported', preuves: [refused] }],
});
