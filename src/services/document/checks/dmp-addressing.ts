import type { Check } from '../../../domain/check.ts';
import type { DmpRequest } from '../../../formats/dmp/dmp-request.ts';
import { documentKinds } from './reading/document-kinds.ts';
import { judgeDmpRequests, type Observation } from './reading/judge-found.ts';
import { sentences } from './reading/sentences.ts';

const anonymous = 'http://www.w3.org/2005/08/addressing/anonymous';
const wanted = ['Action', 'MessageID', 'To', 'ReplyTo'] as const;
const understood: ReadonlySet<string> = new Set(['Action', 'ReplyTo']);

/** A request to the DMP has each WS-Addressing header once, the two that the DMP must understand marked so. */
export const check: Check = {
  title: {
    fr: 'Les en-têtes WS-Addressing de la requête au DMP sont complets',
    en: 'The WS-Addressing headers of the request to the DMP are complete',
  },
  assertions: ['DMP-SOAP-02'],
  clauses: [{ source: 'GIE SESAM-Vitale, messages DMP 02.05.00', section: 'en-têtes', trust: 'V' }],
  reads: documentKinds,
  findings: {
    'header-missing': sentences(
      'L’en-tête WS-Addressing {expected} manque.',
      'The WS-Addressing header {expected} is missing.',
      'Ajouter l’en-tête, dans l’espace de noms http://www.w3.org/2005/08/addressing.',
      'Add the header, in the name space http://www.w3.org/2005/08/addressing.',
    ),
    'header-repeated': sentences(
      'L’en-tête WS-Addressing {expected} est présent {actual} fois.',
      'The WS-Addressing header {expected} is there {actual} times.',
      'N’émettre chaque en-tête qu’une fois.',
      'Send each header once.',
    ),
    'must-understand-missing': sentences(
      '{expected} ne porte pas mustUnderstand="true".',
      '{expected} does not carry mustUnderstand="true".',
      'Marquer Action et ReplyTo mustUnderstand="true", dans l’espace de noms de l’enveloppe.',
      'Mark Action and ReplyTo mustUnderstand="true", in the name space of the envelope.',
    ),
    'reply-elsewhere': sentences(
      'ReplyTo vaut « {actual} », le DMP répond à l’adresse anonyme.',
      'ReplyTo is "{actual}", the DMP answers the anonymous address.',
      'Mettre l’adresse anonyme de WS-Addressing dans ReplyTo/Address.',
      'Put the anonymous address of WS-Addressing in ReplyTo/Address.',
    ),
  },
  judge: (input) => judgeDmpRequests(input, ({ request }) => wanted.flatMap((name) => seen(request, name))),
};

function seen(request: DmpRequest, name: (typeof wanted)[number]): readonly Observation[] {
  const found = request.addressing.filter((header) => header.name === name);
  const [first] = found;
  if (first === undefined) return [{ code: 'header-missing', expected: name, at: request.at }];
  const { at, value } = first;
  return [
    ...(found.length > 1 ? [{ code: 'header-repeated', expected: name, actual: found.length, at }] : []),
    ...(understood.has(name) && !first.mustUnderstand
      ? [{ code: 'must-understand-missing', expected: name, at }]
      : []),
    ...(name === 'ReplyTo' && value !== anonymous ? [{ code: 'reply-elsewhere', actual: value, at }] : []),
  ];
}
