import { check } from './refused-exchange-is-not-used.ts';
import { action, exchange, provesPsc } from './shared/psc-preuves.test-data.ts';

const refused = exchange('token-exchange-request', { faults: ['psc/token-exchange-denied'] });
const use = (issue: string) => action('psc.utiliser-jeton', { issue });

provesPsc(check, {
  ok: [{ name: 'a message', preuves: [refused, use('refusee')] }],
  ko: {
    'api-called-anyway': [{ name: 'called', preuves: [refused, exchange('api-request'), use('erreur')] }],
    'operation-succeeded': [{ name: 'as if nothing', preuves: [refused, use('reussie')] }],
  },
  unseen: [{ name: 'faithful', preuves: [exchange('token-exchange-request'), use('reussie')] }],
});
