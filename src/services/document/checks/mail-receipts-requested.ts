import type { Check } from '../../../domain/check.ts';
import { documentKinds } from './reading/document-kinds.ts';
import { judgeMails } from './reading/judge-found.ts';
import { headersNamed } from './reading/mail-headers.ts';
import { sentences } from './reading/sentences.ts';

const headers = {
  reception: { name: 'Return-Receipt-To', code: 'delivery-receipt-missing' },
  lecture: { name: 'Disposition-Notification-To', code: 'read-receipt-missing' },
} as const;

type Options = {
  /** Receipts that the sender asked for. */
  readonly demandes: readonly (keyof typeof headers)[];
};

/** A mail whose sender asked for a receipt says so in the header that the exigence names. */
export const check: Check<Options> = {
  title: {
    fr: 'L’accusé demandé par l’utilisateur est demandé par le courriel',
    en: 'The receipt that the user asks for is asked by the mail',
  },
  assertions: ['MSS-RCP-001', 'MSS-RCP-002'],
  clauses: [
    { source: 'REM, MSS/va1.15', section: 'Return-Receipt-To', trust: 'V' },
    { source: 'ANS IG HL7v2 CDA courriel MSSanté 1.1.3', section: 'struct-msg-mdn, ECO.2.3.2', trust: 'V' },
  ],
  reads: documentKinds,
  options: {
    type: 'object',
    additionalProperties: false,
    required: ['demandes'],
    properties: {
      demandes: { type: 'array', minItems: 1, items: { enum: Object.keys(headers) } },
    },
  },
  findings: {
    'delivery-receipt-missing': sentences(
      'L’accusé de réception a été demandé et {expected} manque.',
      'The delivery receipt was asked for and {expected} is missing.',
      'Positionner Return-Receipt-To avec l’adresse de l’expéditeur.',
      'Set Return-Receipt-To with the address of the sender.',
    ),
    'read-receipt-missing': sentences(
      'L’accusé de lecture a été demandé et {expected} manque.',
      'The read receipt was asked for and {expected} is missing.',
      'Positionner Disposition-Notification-To avec l’adresse de l’expéditeur.',
      'Set Disposition-Notification-To with the address of the sender.',
    ),
  },
  judge: (input) =>
    judgeMails(input, ({ mail }) =>
      input.options.demandes
        .map((asked) => headers[asked])
        .filter(({ name }) => (headersNamed(mail, name)[0]?.value.trim() ?? '') === '')
        .map(({ name, code }) => ({ code, expected: name, at: { path: name } })),
    ),
};
