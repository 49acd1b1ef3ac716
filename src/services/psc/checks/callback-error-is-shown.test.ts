import { check } from './callback-error-is-shown.ts';
import { action, authorization, probe, provesPsc, response, token } from './shared/psc-preuves.test-data.ts';

const refused = response({ error: 'access_denied', code: undefined, faults: ['psc/callback-access-denied'] });
const said = action('psc.connecter', { issue: 'refusee', message: 'Connexion refusée' });
const out = probe({ connecte: false });

provesPsc(check, {
  ok: [
    { name: 'a message', preuves: [refused, said, out] },
    {
      name: 'a page',
      preuves: [refused, action('psc.connecter', { page: { status: 200, text: 'Connexion refusée' } }), out],
    },
    {
      name: 'a new try succeeds',
      preuves: [refused, said, out, authorization({}, {}), token(), probe({ connecte: true })].map(
        (draft, index) => ({
          ...draft,
          step: index < 2 ? 'refus' : index === 2 ? 'etat' : index === 5 ? 'etat-apres' : 'nouvel-essai',
        }),
      ),
    },
  ],
  ko: {
    'code-exchanged': [{ name: 'asks for tokens', preuves: [refused, token(), said, out] }],
    'session-opened': [{ name: 'logs in', preuves: [refused, said, probe({ connecte: true })] }],
    'login-loop': [{ name: 'goes back at once', preuves: [refused, authorization(), said, out] }],
    'error-page': [
      {
        name: '500',
        preuves: [refused, action('psc.connecter', { page: { status: 500, text: 'Erreur' } }), out],
      },
    ],
    'message-missing': [
      {
        name: 'blank page',
        preuves: [refused, action('psc.connecter', { page: { status: 200, text: '' } }), out],
      },
    ],
  },
  unseen: [{ name: 'no refusal came', preuves: [response(), said, out] }],
});
