import type { Check } from '../../../domain/check.ts';
import type { Receipt } from '../../../formats/mime/read-receipt.ts';
import { firstHeader } from '../../../formats/mime/split-mime.ts';
import { documentKinds } from './reading/document-kinds.ts';
import type { Observation } from './reading/judge-found.ts';
import { fieldOf, judgeReceipts, parseDisposition } from './reading/judge-receipts.ts';
import { sentences } from './reading/sentences.ts';

const ORDER = ['text/plain', 'message/disposition-notification', 'message/rfc822'];

/** A read receipt has its parts in order, says what happened to which mail, and answers one that asked for it. */
export const check: Check = {
  title: {
    fr: 'L’accusé de lecture est complet et a été demandé',
    en: 'The read receipt is whole and was asked for',
  },
  assertions: ['MSS-RCV-005'],
  clauses: [
    { source: 'ANS IG HL7v2 CDA courriel MSSanté 1.1.3', section: 'struct-msg-mdn', trust: 'V' },
    { source: 'RFC 8098', section: '3', trust: 'R' },
  ],
  reads: documentKinds,
  findings: {
    'report-type-wrong': sentences(
      'report-type vaut « {actual} », attendu {expected}.',
      'report-type is “{actual}”, {expected} is expected.',
      'Écrire multipart/report; report-type=disposition-notification.',
      'Write multipart/report; report-type=disposition-notification.',
    ),
    'part-order-wrong': sentences(
      'Les parties sont {actual}, attendu {expected}.',
      'The parts are {actual}, {expected} is expected.',
      'Écrire le texte, puis le rapport, puis le courriel d’origine.',
      'Write the text, then the report, then the original mail.',
    ),
    'field-missing': sentences(
      'Le champ {expected} manque au rapport.',
      'The field {expected} is missing from the report.',
      'Remplir Disposition, Final-Recipient et Original-Message-ID.',
      'Fill Disposition, Final-Recipient and Original-Message-ID.',
    ),
    'disposition-malformed': sentences(
      'Disposition vaut « {actual} », qui n’a pas la forme {expected}.',
      'Disposition is “{actual}”, which does not have the form {expected}.',
      'Suivre la RFC 8098, 3.2.6.',
      'Follow RFC 8098, 3.2.6.',
    ),
    'original-id-wrong': sentences(
      'Original-Message-ID vaut {actual}, le courriel d’origine est {expected}.',
      'Original-Message-ID is {actual}, the original mail is {expected}.',
      'Recopier le Message-ID du courriel d’origine.',
      'Copy the Message-ID of the original mail.',
    ),
    'original-missing': sentences(
      'Le courriel d’origine n’est pas joint à l’accusé d’intégration.',
      'The original mail is not joined to the integration receipt.',
      'Joindre le courriel entier en troisième partie (message/rfc822).',
      'Join the whole mail as third part (message/rfc822).',
    ),
    'receipt-undue': sentences(
      'L’accusé répond à un courriel qui n’en demandait pas.',
      'The receipt answers a mail that asked for none.',
      'Ne répondre qu’aux courriels portant Disposition-Notification-To.',
      'Answer only mails with Disposition-Notification-To.',
    ),
  },
  judge: (input) =>
    judgeReceipts(input, (receipt) => [...structure(receipt), ...report(receipt), ...origin(receipt)]),
};

function structure({ reportType, partTypes }: Receipt): readonly Observation[] {
  const expected = 'disposition-notification';
  const headersOnly = partTypes.map((type) => (type === 'text/rfc822-headers' ? 'message/rfc822' : type));
  const right = ORDER.slice(0, Math.max(2, headersOnly.length));
  return [
    ...(reportType === expected ? [] : [{ code: 'report-type-wrong', expected, actual: reportType }]),
    ...(headersOnly.join() === right.join()
      ? []
      : [{ code: 'part-order-wrong', expected: ORDER.join(', '), actual: partTypes.join(', ') }]),
  ];
}

function report(receipt: Receipt): readonly Observation[] {
  const range = receipt.reportRange;
  const place = {
    at: { path: 'message/disposition-notification' },
    ...(range === undefined ? {} : { bytes: range }),
  };
  const written = fieldOf(receipt, 'Disposition');
  return [
    ...['Disposition', 'Final-Recipient', 'Original-Message-ID']
      .filter((name) => (fieldOf(receipt, name) ?? '') === '')
      .map((expected) => ({ code: 'field-missing', expected, ...place })),
    ...(written === undefined || written === '' || parseDisposition(written) !== undefined
      ? []
      : [
          {
            code: 'disposition-malformed',
            expected: 'automatic-action/MDN-sent-automatically; processed',
            actual: written,
            ...place,
          },
        ]),
  ];
}

function origin(receipt: Receipt): readonly Observation[] {
  const { original } = receipt;
  const at = { path: 'message/rfc822' };
  if (original === undefined) {
    // Only the answer of an integration owes the whole mail: a reader's receipt may leave it out (RFC 6522).
    const integration = parseDisposition(fieldOf(receipt, 'Disposition') ?? '')?.type === 'processed';
    return integration ? [{ code: 'original-missing', at }] : [];
  }
  const expected = firstHeader(original.headers, 'message-id')?.trim() ?? '';
  const actual = fieldOf(receipt, 'Original-Message-ID') ?? '';
  return [
    ...(firstHeader(original.headers, 'disposition-notification-to') === undefined
      ? [{ code: 'receipt-undue', at }]
      : []),
    ...(actual === '' || actual === expected ? [] : [{ code: 'original-id-wrong', expected, actual, at }]),
  ];
}
