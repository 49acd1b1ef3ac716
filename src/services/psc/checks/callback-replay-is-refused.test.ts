import { check } from './callback-replay-is-refused.ts';
import { action, provesPsc, token } from './shared/psc-preuves.test-data.ts';

const replay = (output: object = {}) =>
  action('navigateur.rejouer-rappel', { ...output }, {}, { step: 'rejeu' });

provesPsc(check, {
  ok: [{ name: 'refused', preuves: [token({}, { step: 'connexion' }), replay({ issue: 'refusee' })] }],
  ko: {
    'code-sent-again': [
      { name: 'the code leaves again', preuves: [token({ replayed: true }, { step: 'rejeu' }), replay()] },
    ],
    'callback-accepted-again': [{ name: 'logs in again', preuves: [replay({ issue: 'reussie' })] }],
  },
  unseen: [{ name: 'never replayed', preuves: [token()] }],
});
