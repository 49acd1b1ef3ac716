import type { Check } from '../../../domain/check.ts';
import { documentKinds } from './reading/document-kinds.ts';
import { judgeSubmissions } from './reading/judge-found.ts';
import { sentences } from './reading/sentences.ts';

/** A message that feeds the DMP carries its documents as parts (MTOM), and each part that it names is there. */
export const check: Check = {
  title: {
    fr: 'Les documents versés au DMP sont des parties MTOM présentes',
    en: 'Documents fed to the DMP are MTOM parts that are there',
  },
  assertions: ['DMP-SOAP-05'],
  clauses: [{ source: 'SEL-MP-037 (guide DMP)', section: 'EX_2.1-1260', trust: '2' }],
  reads: documentKinds,
  findings: {
    'document-inline': sentences(
      'Le document {actual} est en base64 dans le message, le DMP l’attend en partie MTOM.',
      'Document {actual} is base64 inside of the message, the DMP expects an MTOM part.',
      'Émettre le document dans une partie, désignée par xop:Include.',
      'Send the document in a part, which xop:Include names.',
    ),
    'part-missing': sentences(
      'Le document {actual} désigne la partie « {expected} », qui n’est pas dans le message.',
      'Document {actual} names the part "{expected}", which is not in the message.',
      'Faire correspondre le cid de xop:Include et le Content-ID de la partie.',
      'Make the cid of xop:Include and the Content-ID of the part the same.',
    ),
  },
  judge: (input) =>
    judgeSubmissions(input, ({ feeds, documents, packaged }) => {
      // The envelope alone, as a log keeps it, says nothing of its parts.
      const judged = documents.filter(({ href }) => packaged || href === undefined);
      if (!feeds || judged.length === 0) return undefined;
      return judged.flatMap(({ id, how, href, at }) => {
        if (href === undefined) return [{ code: 'document-inline', actual: id, at }];
        return how === 'attached' ? [] : [{ code: 'part-missing', expected: href, actual: id, at }];
      });
    }),
};
