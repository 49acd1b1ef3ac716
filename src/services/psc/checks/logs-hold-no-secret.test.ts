import { check } from './logs-hold-no-secret.ts';
import { action, provesPsc, response } from './shared/psc-preuves.test-data.ts';

const logs = (journaux: string) => [response(), action('banc.exporter-journaux', { journaux })];

provesPsc(check, {
  ok: [
    { name: 'clean', preuves: logs('connexion de 899700000001') },
    { name: 'a clean file', preuves: [{ kind: 'file/submitted', view: {}, file: 'connexion' }] },
  ],
  ko: {
    'token-in-logs': [
      { name: 'JWS', preuves: logs('Validating: eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiIxMjM0In0.sig') },
    ],
    'secret-in-logs': [{ name: 'redacted secret', preuves: logs('client_secret=«secret:client.secret»') }],
    'code-in-logs': [{ name: 'callback address', preuves: logs('GET /retour?code=le-code-de-la-connexion') }],
  },
  unseen: [{ name: 'empty log', preuves: logs('') }],
});
