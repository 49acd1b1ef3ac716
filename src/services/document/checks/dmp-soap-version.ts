import type { Check } from '../../../domain/check.ts';
import { documentKinds } from './reading/document-kinds.ts';
import { judgeDmpRequests } from './reading/judge-found.ts';
import { sentences } from './reading/sentences.ts';

const soap = 'http://www.w3.org/2003/05/soap-envelope';

/** A request to the DMP is a SOAP 1.2 message. */
export const check: Check = {
  title: { fr: 'La requête au DMP est en SOAP 1.2', en: 'The request to the DMP is in SOAP 1.2' },
  assertions: ['DMP-SOAP-01'],
  clauses: [{ source: 'GIE SESAM-Vitale, messages DMP 02.05.00', section: 'enveloppe', trust: 'V' }],
  reads: documentKinds,
  findings: {
    'soap-not-1-2': sentences(
      'L’enveloppe est de l’espace de noms « {actual} », le DMP attend {expected}.',
      'The envelope is of the name space "{actual}", the DMP expects {expected}.',
      'Émettre la requête en SOAP 1.2.',
      'Send the request in SOAP 1.2.',
    ),
  },
  judge: (input) =>
    judgeDmpRequests(input, ({ request }) =>
      request.soap === soap
        ? []
        : [{ code: 'soap-not-1-2', expected: soap, actual: request.soap, at: request.at }],
    ),
};
