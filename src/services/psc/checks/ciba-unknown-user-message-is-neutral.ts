import type { Check } from '../../../domain/check.ts';
import type { CibaRequestView } from '../preuves/views.ts';
import { answered, found, memberOf, ofKind, textOf } from './shared/exchanges.ts';
import { after } from './shared/refusal.ts';

/** An unknown user gives a message that reveals nothing. */
export const check: Check = {
  title: {
    fr: 'Un utilisateur inconnu donne un message qui ne révèle rien',
    en: 'An unknown user gives a message that reveals nothing',
  },
  assertions: ['PSC-CI-09'],
  clauses: [
    { source: 'ekalinin/gloak', trust: '2' },
    { source: 'OpenID conformance suite, fapi-ciba-id1-client-invalid-unknown-user-id-test', trust: 'V' },
  ],
  reads: ['psc/ciba-request', 'pilote/action'],

  findings: {
    'message-reveals': {
      says: {
        fr: 'Le message dit que l’utilisateur n’existe pas.',
        en: 'The message says that the user does not exist.',
      },
      fix: {
        fr: 'Affichez un message neutre, le même que pour un refus : « la connexion n’a pas abouti ».',
        en: 'Show a neutral message, the same as for a refusal: "the login did not succeed".',
      },
    },
    'message-missing': {
      says: { fr: 'Aucun message n’est montré à l’utilisateur.', en: 'No message is shown to the user.' },
      fix: { fr: 'Affichez que la connexion n’a pas abouti.', en: 'Show that the login did not succeed.' },
    },
  },
  judge({ preuves }) {
    const [refused] = ofKind<CibaRequestView>(preuves, 'psc/ciba-request').filter(
      ({ view }) => view.error !== undefined,
    );
    if (refused === undefined) return { examined: 0, findings: [] };
    const actions = answered(after(preuves, refused), 'pilote/action');
    return {
      examined: actions.length,
      findings: actions.flatMap((action) => {
        const message =
          textOf(action.view.output, 'message') ?? textOf(memberOf(action.view.output, 'page'), 'text') ?? '';
        if (message === '') return [found('message-missing', action, { path: 'output.message' })];
        return revealing.test(message) ? [found('message-reveals', action, { path: 'output.message' })] : [];
      }),
    };
  },
};

const revealing =
  /inconnu|introuvable|n[’']existe|aucun (compte|utilisateur)|unknown|not found|does not exist|invalid_user/i;
