import type { Check } from '../../../domain/check.ts';
import { mailboxes } from '../../../formats/mime/parse-mail.ts';
import { documentKinds } from './reading/document-kinds.ts';
import { fieldOf, judgeReceipts, parseDisposition } from './reading/judge-receipts.ts';
import { sentences } from './reading/sentences.ts';

/** A receipt asked for another address than that of the sender is not returned without asking the user. */
export const check: Check = {
  title: {
    fr: 'Un accusé vers une autre adresse n’est pas renvoyé d’office',
    en: 'A receipt to another address is not returned automatically',
  },
  assertions: ['MSS-RCV-006'],
  clauses: [
    { source: 'ANS IG HL7v2 CDA courriel MSSanté 1.1.3', section: 'struct-msg-mdn', trust: 'V' },
    { source: 'RFC 8098', section: '2.1', trust: 'R' },
  ],
  reads: documentKinds,
  findings: {
    'receipt-automatic': sentences(
      'L’accusé part d’office vers {actual} alors que le courriel venait de {expected}.',
      'The receipt goes automatically to {actual} although the mail came from {expected}.',
      'Demander à l’utilisateur quand Disposition-Notification-To diffère de Return-Path.',
      'Ask the user when Disposition-Notification-To differs from Return-Path.',
    ),
  },
  judge: (input) =>
    judgeReceipts(input, (receipt) => {
      const { original } = receipt;
      const disposition = parseDisposition(fieldOf(receipt, 'Disposition') ?? '');
      if (original === undefined || disposition === undefined) return undefined;
      const addresses = (name: string): readonly string[] =>
        mailboxes(original.headers, name).map(({ address }) => address.toLowerCase());
      const [path] = addresses('return-path');
      const asked = addresses('disposition-notification-to');
      if (path === undefined || asked.length === 0) return undefined;
      const elsewhere = asked.filter((address) => address !== path);
      return disposition.automatic && elsewhere.length > 0
        ? [
            {
              code: 'receipt-automatic',
              expected: path,
              actual: elsewhere.join(', '),
              at: { path: 'Disposition' },
            },
          ]
        : [];
    }),
};
