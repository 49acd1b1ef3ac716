import { check } from './refresh-refusal-does-not-loop.ts';
import { action, authorization, exchange, provesPsc } from './shared/psc-preuves.test-data.ts';

const refused = exchange('refresh-request', { error: 'invalid_grant', status: 400 });
const use = (issue: string) => action('psc.utiliser-jeton', { issue });

provesPsc(check, {
  ok: [
    { name: 'a message', preuves: [refused, use('refusee')] },
    { name: 'a new login', preuves: [refused, authorization(), use('reussie')] },
  ],
  ko: {
    'refresh-loop': [
      { name: 'eight times', preuves: [...Array.from({ length: 8 }, () => refused), use('erreur')] },
    ],
    'refusal-ignored': [{ name: 'as if nothing', preuves: [refused, use('reussie')] }],
  },
  unseen: [{ name: 'no refresh', preuves: [use('reussie')] }],
});
