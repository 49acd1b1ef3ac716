import type { Check } from '../../../domain/check.ts';
import { documentKinds } from './reading/document-kinds.ts';
import { judgeMails } from './reading/judge-found.ts';
import { isReceipt } from './reading/mail-headers.ts';
import { sentences } from './reading/sentences.ts';

/** A mail with documents carries an archive, named so that receivers find it. */
export const check: Check = {
  title: {
    fr: 'L’archive IHE_XDM.zip est jointe et nommée',
    en: 'The IHE_XDM.zip archive is attached and named',
  },
  assertions: ['MSS-MIM-002'],
  clauses: [
    { source: 'REM, MSS/CONF.23', trust: 'V' },
    { source: 'ANS IG HL7v2 CDA courriel MSSanté 1.1.3', section: 'pièces jointes', trust: 'V' },
  ],
  reads: documentKinds,
  findings: {
    'archive-missing': sentences(
      'Le courriel porte des documents ou un objet XDM, mais pas d’archive IHE_XDM.',
      'The mail carries documents or an XDM subject, but no IHE_XDM archive.',
      'Joindre l’archive IHE_XDM.zip.',
      'Attach the IHE_XDM.zip archive.',
    ),
    'archive-name-wrong': sentences(
      'L’archive se nomme {actual}, attendu {expected}.',
      'The archive is named {actual}, {expected} is expected.',
      'Nommer la pièce jointe IHE_XDM.zip.',
      'Name the attachment IHE_XDM.zip.',
    ),
  },
  judge: (input) =>
    judgeMails(input, ({ mail, archives, pdfs }) => {
      // A receipt repeats the subject of the mail that it answers, and returns that mail whole.
      const due = !isReceipt(mail) && (mail.subject?.startsWith('XDM/1.0/DDM') === true || pdfs.length > 0);
      if (archives.length === 0) return due ? [{ code: 'archive-missing' }] : undefined;
      return archives
        .filter(({ attachment: { name } }) => name.toUpperCase() !== 'IHE_XDM.ZIP')
        .map(({ attachment: { name, range } }) => ({
          code: 'archive-name-wrong',
          expected: 'IHE_XDM.zip',
          actual: name,
          bytes: range,
        }));
    }),
};
