import type { Check } from '../../../domain/check.ts';
import type { FoundMail } from '../../../formats/bundle/bundle.ts';
import { documentKinds } from './reading/document-kinds.ts';
import { judgeMails, type Observation } from './reading/judge-found.ts';
import { headersNamed } from './reading/mail-headers.ts';
import { sentences } from './reading/sentences.ts';

const ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
const MESSAGE_ID = new RegExp(`^<${ATOM}(?:\\.${ATOM})*@(?:${ATOM}(?:\\.${ATOM})*|\\[[!-Z^-~]*\\])>$`);

/** Every mail has one Message-ID of the form of RFC 5322, that no other mail has. */
export const check: Check = {
  title: {
    fr: 'Chaque courriel a un Message-ID qui lui est propre',
    en: 'Every mail has a Message-ID of its own',
  },
  assertions: ['MSS-HDR-001'],
  clauses: [
    { source: 'REM, MSS/va1.12', trust: 'V' },
    { source: 'RFC 5322', section: '3.6.4', trust: 'R' },
  ],
  reads: documentKinds,
  findings: {
    'message-id-missing': sentences(
      'Le courriel n’a pas de Message-ID.',
      'The mail has no Message-ID.',
      'Écrire un Message-ID à chaque envoi.',
      'Write a Message-ID on every sending.',
    ),
    'message-id-repeated': sentences(
      'Le courriel a {actual} Message-ID.',
      'The mail has {actual} Message-ID.',
      'N’écrire l’entête qu’une fois.',
      'Write the header once.',
    ),
    'message-id-malformed': sentences(
      'Le Message-ID « {actual} » n’a pas la forme <gauche@droite>.',
      'The Message-ID “{actual}” does not have the form <left@right>.',
      'Suivre la RFC 5322 : <identifiant@domaine>, sans espace.',
      'Follow RFC 5322: <identifier@domain>, without spaces.',
    ),
    'message-id-reused': sentences(
      'Le Message-ID {actual} est celui d’un autre courriel.',
      'The Message-ID {actual} is that of another mail.',
      'En produire un nouveau à chaque envoi.',
      'Make a new one on every sending.',
    ),
  },
  judge(input) {
    const known = new Map<string, string>();
    return judgeMails(input, (found) => inspect(found, known));
  },
};

/** `known` holds the content of the mail that bears each id: the same mail met twice is one mail. */
function inspect({ mail, bytes }: FoundMail, known: Map<string, string>): readonly Observation[] {
  const headers = headersNamed(mail, 'message-id');
  const [first] = headers;
  const at = { path: 'Message-ID' };
  if (first === undefined) return [{ code: 'message-id-missing', at }];
  if (headers.length > 1) {
    return [{ code: 'message-id-repeated', expected: 1, actual: headers.length, at, bytes: first.range }];
  }
  const actual = first.value.trim();
  if (!MESSAGE_ID.test(actual)) return [{ code: 'message-id-malformed', actual, at, bytes: first.range }];
  const content = Buffer.from(bytes).toString('latin1');
  const owner = known.get(actual);
  known.set(actual, owner ?? content);
  return owner === undefined || owner === content
    ? []
    : [{ code: 'message-id-reused', actual, at, bytes: first.range }];
}
