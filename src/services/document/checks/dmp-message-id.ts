import type { Check } from '../../../domain/check.ts';
import { documentKinds } from './reading/document-kinds.ts';
import { judgeDmpRequests } from './reading/judge-found.ts';
import { sentences } from './reading/sentences.ts';

/** The identifier of a request to the DMP is a UUID written as a URN. */
export const check: Check = {
  title: {
    fr: 'L’identifiant de la requête au DMP est un UUID',
    en: 'The identifier of the request to the DMP is a UUID',
  },
  assertions: ['DMP-SOAP-04'],
  clauses: [{ source: 'GIE SESAM-Vitale, messages DMP 02.05.00', section: 'en-têtes', trust: 'V' }],
  reads: documentKinds,
  findings: {
    'message-id-form': sentences(
      'wsa:MessageID vaut « {actual} » : attendu urn:uuid: suivi d’un UUID.',
      'wsa:MessageID is "{actual}": expected urn:uuid: then a UUID.',
      'Tirer un UUID pour chaque message et l’écrire comme un URN.',
      'Draw a UUID for each message and write it as a URN.',
    ),
  },
  judge: (input) =>
    judgeDmpRequests(input, ({ request }) => {
      const ids = request.addressing.filter(({ name }) => name === 'MessageID');
      if (ids.length === 0) return undefined;
      return ids
        .filter(({ value }) => !/^urn:uuid:[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(value))
        .map(({ value, at }) => ({ code: 'message-id-form', actual: value, at }));
    }),
};
