import type { Check } from '../../../domain/check.ts';
import type { CibaRequestView } from '../preuves/views.ts';
import { answered, found, ofKind, parameterOf, textOf } from './shared/exchanges.ts';
import { cibaPage, rem } from './shared/norms.ts';

/** The binding code displayed is the one sent. */
export const check: Check = {
  title: {
    fr: 'Le code de liaison affiché est celui envoyé',
    en: 'The binding code displayed is the one sent',
  },
  assertions: ['PSC-CI-02'],
  clauses: [cibaPage, rem('SC.PSC.01, PSC.01.03')],
  reads: ['psc/ciba-request', 'pilote/action'],

  findings: {
    'code-not-shown': {
      says: {
        fr: 'Le code de liaison n’est pas montré à l’utilisateur.',
        en: 'The binding code is not shown to the user.',
      },
      fix: {
        fr: 'Affichez le code dès l’envoi de la demande (codeAffiche dans la réponse du pilotage).',
        en: 'Show the code as soon as the request is sent (codeAffiche in the pilotage answer).',
      },
    },
    'code-differs': {
      says: {
        fr: 'Le code affiché est {actual}, le code envoyé {expected}.',
        en: 'The code shown is {actual}, the code sent {expected}.',
      },
      fix: {
        fr: 'Affichez la valeur même qui part dans binding_message.',
        en: 'Show the very value that leaves in binding_message.',
      },
    },
  },
  judge({ preuves }) {
    const actions = answered(preuves, 'pilote/action').filter(({ view }) => view.action === 'psc.connecter');
    const seen = actions.flatMap((action) => {
      const request = ofKind<CibaRequestView>(preuves, 'psc/ciba-request').findLast(
        ({ step }) => step === action.step,
      );
      return request === undefined
        ? []
        : [{ action, expected: parameterOf(request.view, 'binding_message') ?? '' }];
    });
    return {
      examined: seen.length,
      findings: seen.flatMap(({ action, expected }) => {
        const actual = textOf(action.view.output, 'codeAffiche');
        if (actual === expected) return [];
        return [
          found(actual === undefined ? 'code-not-shown' : 'code-differs', action, {
            path: 'output.codeAffiche',
            expected,
            actual,
          }),
        ];
      }),
    };
  },
};
