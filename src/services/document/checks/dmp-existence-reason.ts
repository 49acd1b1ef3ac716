import type { Check } from '../../../domain/check.ts';
import { attribute, descend, placeOf } from '../../../formats/xml-navigation/navigate.ts';
import { documentKinds } from './reading/document-kinds.ts';
import { judgeDmpRequests } from './reading/judge-found.ts';
import { sentences } from './reading/sentences.ts';

const reason = 'TEST_EXST';

/** A request about the existence of a DMP says that it is one. */
export const check: Check = {
  title: {
    fr: 'La requête d’existence du DMP en donne le motif',
    en: 'The request about the existence of a DMP gives that reason',
  },
  assertions: ['DMP-TD02-01'],
  // The consultation of administrative data shares the message, with a reason that no source read gives.
  clauses: [{ source: 'GIE SESAM-Vitale, messages DMP 02.05.00', section: 'TD0.2', trust: 'R' }],
  reads: documentKinds,
  findings: {
    'reason-other': sentences(
      'reasonCode vaut « {actual} » : le test d’existence s’écrit {expected}.',
      'reasonCode is "{actual}": the test of existence is written {expected}.',
      'Émettre le motif du test d’existence, sauf pour consulter les données administratives (TD1.3a).',
      'Send the reason of the test of existence, unless administrative data are asked for (TD1.3a).',
    ),
  },
  judge: (input) =>
    judgeDmpRequests(input, ({ request: { transaction, body } }) => {
      if (transaction.name !== 'TD0.2') return undefined;
      const [element] = descend(body, 'controlActProcess', 'reasonCode');
      const actual = attribute(element, 'code') ?? '';
      return actual === reason
        ? []
        : [{ code: 'reason-other', expected: reason, actual, at: placeOf(element ?? body) }];
    }),
};
