import type { Check } from '../../../domain/check.ts';
import { mailboxes } from '../../../formats/mime/parse-mail.ts';
import { documentKinds } from './reading/document-kinds.ts';
import { judgeMails } from './reading/judge-found.ts';
import { headersNamed } from './reading/mail-headers.ts';
import { sentences } from './reading/sentences.ts';

const NAME = 'disposition-notification-to';

/** A read receipt is asked for the mailbox that sends, and for no other. */
export const check: Check = {
  title: {
    fr: 'L’accusé de lecture revient à l’expéditeur',
    en: 'The read receipt goes back to the sender',
  },
  assertions: ['MSS-RCP-001'],
  clauses: [{ source: 'RFC 8098', section: '2.1', trust: 'R' }],
  reads: documentKinds,
  findings: {
    'receipt-elsewhere': sentences(
      'L’accusé de lecture est demandé vers {actual}, l’expéditeur est {expected}.',
      'The read receipt is asked to {actual}, the sender is {expected}.',
      'Écrire l’adresse de l’expéditeur en Disposition-Notification-To.',
      'Write the address of the sender in Disposition-Notification-To.',
    ),
  },
  judge: (input) =>
    judgeMails(input, ({ mail }) => {
      const [header] = headersNamed(mail, NAME);
      if (header === undefined) return undefined;
      const asked = mailboxes(mail.headers, NAME).map(({ address }) => address.toLowerCase());
      const from = mail.from.map(({ address }) => address.toLowerCase());
      const right = asked.length > 0 && asked.every((address) => from.includes(address));
      return right
        ? []
        : [
            {
              code: 'receipt-elsewhere',
              expected: from.join(', '),
              actual: header.value.trim(),
              at: { path: 'Disposition-Notification-To' },
              bytes: header.range,
            },
          ];
    }),
};
