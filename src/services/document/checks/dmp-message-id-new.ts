import type { Check } from '../../../domain/check.ts';
import { documentKinds } from './reading/document-kinds.ts';
import { judgeDmpRequests } from './reading/judge-found.ts';
import { sentences } from './reading/sentences.ts';

/** No two requests to the DMP have the same identifier. */
export const check: Check = {
  title: {
    fr: 'Chaque requête au DMP a son identifiant',
    en: 'Each request to the DMP has its own identifier',
  },
  assertions: ['DMP-SOAP-04'],
  clauses: [{ source: 'WS-Addressing 1.0, Core', section: '3.1, [message id]', trust: 'R' }],
  reads: documentKinds,
  findings: {
    'message-id-reused': sentences(
      'wsa:MessageID « {actual} » a déjà servi à une requête.',
      'wsa:MessageID "{actual}" already served a request.',
      'Tirer un nouvel identifiant pour chaque message, y compris pour une nouvelle tentative.',
      'Draw a new identifier for each message, a new attempt included.',
    ),
  },
  judge: (input) => {
    const seen = new Set<string>();
    return judgeDmpRequests(input, ({ request }) => {
      const id = request.addressing.find(({ name }) => name === 'MessageID');
      if (id === undefined || id.value === '') return undefined;
      const key = id.value.toLowerCase();
      if (!seen.has(key)) {
        seen.add(key);
        return [];
      }
      return [{ code: 'message-id-reused', actual: id.value, at: id.at }];
    });
  },
};
