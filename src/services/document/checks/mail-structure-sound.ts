import type { Check } from '../../../domain/check.ts';
import { documentKinds } from './reading/document-kinds.ts';
import { judgeMails } from './reading/judge-found.ts';
import { isReceipt } from './reading/mail-headers.ts';
import { sentences } from './reading/sentences.ts';

/** The MIME tree is closed and declared, and attachments stand beside the body. */
export const check: Check = {
  title: { fr: 'La structure MIME est saine', en: 'The MIME structure is sound' },
  assertions: ['MSS-MIM-001'],
  clauses: [
    { source: 'Référentiel MSSanté #2', section: 'ECO.2.2.4', trust: '2' },
    { source: 'RFC 2046', section: '5.1', trust: 'R' },
  ],
  reads: documentKinds,
  findings: {
    'structure-broken': sentences(
      'La structure MIME est fautive : {actual}.',
      'The MIME structure is faulty: {actual}.',
      'Fermer chaque frontière et déclarer chaque partie.',
      'Close every boundary and declare every part.',
    ),
    'top-not-mixed': sentences(
      'Un courriel avec pièces jointes est {actual}, attendu multipart/mixed.',
      'A mail with attachments is {actual}, multipart/mixed is expected.',
      'Employer multipart/mixed au premier niveau.',
      'Use multipart/mixed at the top level.',
    ),
  },
  judge: (input) =>
    judgeMails(input, ({ mail }) => {
      const top = mail.root.contentType.value;
      return [
        ...mail.problems.map(({ code, at }) => ({
          code: 'structure-broken',
          actual: code,
          bytes: [at, at] as const,
        })),
        ...(mail.attachments.length > 0 && !isReceipt(mail) && top !== 'multipart/mixed'
          ? [{ code: 'top-not-mixed', actual: top }]
          : []),
      ];
    }),
};
