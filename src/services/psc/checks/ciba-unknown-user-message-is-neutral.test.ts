import { check } from './ciba-unknown-user-message-is-neutral.ts';
import { action, exchange, provesPsc } from './shared/psc-preuves.test-data.ts';

const refused = exchange('ciba-request', { error: 'invalid_request', faults: ['psc/ciba-unknown-user'] });
const said = (message: string) => action('psc.connecter', { issue: 'refusee', message });

provesPsc(check, {
  ok: [{ name: 'neutral', preuves: [refused, said('La connexion n’a pas abouti.')] }],
  ko: {
    'message-reveals': [
      { name: 'unknown RPPS', preuves: [refused, said('RPPS inconnu')] },
      { name: 'error code shown', preuves: [refused, said('unknown_user_id')] },
    ],
    'message-missing': [
      { name: 'nothing', preuves: [refused, action('psc.connecter', { issue: 'refusee' })] },
    ],
  },
  unseen: [{ name: 'the user is known', preuves: [exchange('ciba-request'), said('bonjour')] }],
});
