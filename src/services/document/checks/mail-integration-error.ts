import type { Check } from '../../../domain/check.ts';
import { documentKinds } from './reading/document-kinds.ts';
import { integrationErrorSubject, tellsDocuments } from './reading/integration-error.ts';
import type { Observation } from './reading/judge-found.ts';
import { fieldOf, judgeReceipts, parseDisposition } from './reading/judge-receipts.ts';
import { sentences } from './reading/sentences.ts';

const SUBJECT = '[KO Intégration système !][code] XDM/1.0/DDM+…';

/** A receipt that tells a failed integration says by a code why, in its subject and in its report. */
export const check: Check = {
  title: {
    fr: 'L’échec d’intégration est dit par un code, dans l’objet et le rapport',
    en: 'A failed integration is told by a code, in the subject and in the report',
  },
  assertions: ['MSS-RCV-007'],
  clauses: [
    { source: 'ANS IG HL7v2 CDA courriel MSSanté 1.1.3', section: 'struct-msg-mdn, error-codes', trust: 'V' },
  ],
  reads: documentKinds,
  findings: {
    'error-code-missing': sentences(
      'Le rapport dit un échec sans code d’erreur.',
      'The report tells a failure without an error code.',
      'Écrire Error: code^libellé^… dans la partie message/disposition-notification.',
      'Write Error: code^label^… in the part message/disposition-notification.',
    ),
    'error-subject-wrong': sentences(
      'L’objet « {actual} » n’est pas de la forme {expected}.',
      'The subject “{actual}” is not of the form {expected}.',
      'Faire précéder l’objet d’origine de la mention et du code.',
      'Put the mention and the code before the original subject.',
    ),
    'error-codes-differ': sentences(
      'L’objet dit {actual}, le rapport {expected}.',
      'The subject says {actual}, the report {expected}.',
      'Écrire le même code aux deux endroits.',
      'Write the same code in both places.',
    ),
  },
  judge: (input) =>
    judgeReceipts(input, (receipt, { mail }) => {
      const disposition = parseDisposition(fieldOf(receipt, 'Disposition') ?? '');
      const error = fieldOf(receipt, 'Error');
      const subject = integrationErrorSubject(mail.subject ?? '');
      const failed = disposition?.modifiers.startsWith('error') === true || error !== undefined;
      if (!failed && subject === undefined) return undefined;
      const code = /\b(9\d\d)\b/.exec(error ?? disposition?.modifiers ?? '')?.[1];
      const named: readonly Observation[] =
        subject !== undefined && tellsDocuments(subject)
          ? []
          : [
              {
                code: 'error-subject-wrong',
                expected: SUBJECT,
                actual: mail.subject ?? '',
                at: { path: 'Subject' },
              },
            ];
      if (code === undefined) return [...named, { code: 'error-code-missing', at: { path: 'Error' } }];
      return subject === undefined || subject.code === code
        ? named
        : [
            ...named,
            { code: 'error-codes-differ', expected: code, actual: subject.code, at: { path: 'Subject' } },
          ];
    }),
};
