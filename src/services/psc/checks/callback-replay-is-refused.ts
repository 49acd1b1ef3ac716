import type { Check } from '../../../domain/check.ts';
import type { TokenRequestView } from '../preuves/views.ts';
import { answered, found, ofKind, textOf } from './shared/exchanges.ts';
import { oauth, project } from './shared/norms.ts';

/** The same callback address serves once. */
export const check: Check = {
  title: { fr: 'La même adresse de retour ne sert qu’une fois', en: 'The same callback address serves once' },
  assertions: ['PSC-TR-11'],
  clauses: [oauth('4.1.2'), project('PSC-TR-11')],
  reads: ['psc/token-request', 'pilote/action'],

  findings: {
    'code-sent-again': {
      says: {
        fr: 'La seconde visite de l’adresse de retour a renvoyé le code au point d’accès aux jetons.',
        en: 'The second visit of the callback address sent the code to the token endpoint again.',
      },
      fix: {
        fr: 'Effacez state et code de la session à la première visite.',
        en: 'Erase state and code from the session at the first visit.',
      },
    },
    'callback-accepted-again': {
      says: {
        fr: 'La seconde visite de l’adresse de retour a été traitée comme une connexion réussie.',
        en: 'The second visit of the callback address was taken as a successful login.',
      },
      fix: { fr: 'Refusez un state déjà consommé.', en: 'Refuse a state that was consumed.' },
    },
  },
  judge({ preuves }) {
    const replays = answered(preuves, 'pilote/action').filter(
      ({ view }) => view.action === 'navigateur.rejouer-rappel',
    );
    const steps = new Set(replays.map(({ step }) => step));
    return {
      examined: replays.length,
      findings: [
        ...ofKind<TokenRequestView>(preuves, 'psc/token-request')
          .filter(({ step }) => steps.has(step))
          .map((request) => found('code-sent-again', request, { path: 'form.code' })),
        ...replays
          .filter(({ view }) => textOf(view.output, 'issue') === 'reussie')
          .map((action) => found('callback-accepted-again', action, { path: 'output.issue' })),
      ],
    };
  },
};
