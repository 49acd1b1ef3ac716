import type { Check } from '../../../domain/check.ts';
import { documentKinds } from './reading/document-kinds.ts';
import { judgeDmpRequests } from './reading/judge-found.ts';
import { sentences } from './reading/sentences.ts';

/** The action of a request to the DMP is that of the transaction in its body. */
export const check: Check = {
  title: {
    fr: 'L’action de la requête au DMP est celle de son corps',
    en: 'The action of the request to the DMP is that of its body',
  },
  assertions: ['DMP-SOAP-03'],
  clauses: [{ source: 'GIE SESAM-Vitale, messages DMP 02.05.00 et WSDL', section: 'actions', trust: 'V' }],
  reads: documentKinds,
  findings: {
    'action-unfit': sentences(
      'wsa:Action vaut « {actual} » pour un corps {body} : attendu {expected}.',
      'wsa:Action is "{actual}" over a body {body}: expected {expected}.',
      'Émettre l’action de la transaction.',
      'Send the action of the transaction.',
    ),
  },
  judge: (input) =>
    judgeDmpRequests(input, ({ request }) => {
      const actions = request.addressing.filter(({ name }) => name === 'Action');
      if (actions.length === 0) return undefined;
      const { action, body } = request.transaction;
      return actions
        .filter(({ value }) => value !== action)
        .map(({ value, at }) => ({
          code: 'action-unfit',
          expected: action,
          actual: value,
          values: { body },
          at,
        }));
    }),
};
